import type { PartyFacts } from './facts.ts';

const shown = 4;

/**
 * The number by which a reader who knows the person recognises him and nobody else learns it: of a 公民身份号码 the last four digits.
 * An organisation's 统一社会信用代码 is public and stays whole.
 */
export const maskedIdNo = ({ idType, idNo }: Pick<PartyFacts, 'idType' | 'idNo'>): string => {
  if (idType === 'unifiedCreditCode') return idNo;
  const signs = [...idNo];
  const visible = signs.length > shown ? signs.slice(-shown) : [];
  return '*'.repeat(signs.length - visible.length) + visible.join('');
};
