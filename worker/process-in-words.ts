const kinds = { case: '案件', request: '协助事项', referral: '移送' } as const;

/** A process by its address, as a person speaks of it: `request/2026-yun2301-zhi-123/2` is 协助事项 2026-yun2301-zhi-123/2. */
export const processInWords = (address: string): string => {
  const [, kind = '', number = ''] = /^(case|request|referral)\/(.+)$/.exec(address) ?? [];
  return number === '' ? address : `${kinds[kind as keyof typeof kinds]} ${number}`;
};
