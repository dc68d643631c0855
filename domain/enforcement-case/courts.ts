import type { Brand } from '../brand.ts';
import { err, ok, type Result } from '../result.ts';

/** The 法院代字 with which a court opens its case numbers, `云2301`. */
export type CourtCode = Brand<string, 'CourtCode'>;

/** `verified` is false until the code has been checked against the list of the Supreme People's Court; nothing is refused for it. */
export type Court = {
  readonly code: CourtCode;
  readonly name: string;
  readonly level: 'high' | 'intermediate' | 'basic';
  readonly verified: boolean;
};

/** The courts of Chuxiong and the High Court above them. 禄丰 became a city in 2021; whether its code moved to 云2302 is open. */
export const courts: readonly Court[] = [
  court('云', '云南省高级人民法院', 'high'),
  court('云23', '楚雄彝族自治州中级人民法院', 'intermediate', 'verified'),
  court('云2301', '楚雄市人民法院', 'basic', 'verified'),
  court('云2322', '双柏县人民法院', 'basic'),
  court('云2323', '牟定县人民法院', 'basic'),
  court('云2324', '南华县人民法院', 'basic'),
  court('云2325', '姚安县人民法院', 'basic'),
  court('云2326', '大姚县人民法院', 'basic'),
  court('云2327', '永仁县人民法院', 'basic'),
  court('云2328', '元谋县人民法院', 'basic'),
  court('云2329', '武定县人民法院', 'basic'),
  court('云2331', '禄丰市人民法院', 'basic'),
];

export const courtWithCode = (code: string): Court | undefined => courts.find((known) => known.code === code);

export const parseCourtCode = (text: string): Result<CourtCode, { readonly kind: 'unknownCourt'; readonly text: string }> => {
  const known = courtWithCode(text);
  return known === undefined ? err({ kind: 'unknownCourt', text }) : ok(known.code);
};

function court(code: string, name: string, level: Court['level'], checked?: 'verified'): Court {
  return { code: code as CourtCode, name, level, verified: checked === 'verified' };
}
