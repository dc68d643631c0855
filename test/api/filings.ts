import { residentIdentityFor, unifiedCreditCodeFor } from '../support/identifiers.ts';

/** Invented parties with numbers that prove right. The debtor's name holds a rare character. */
export const people = {
  applicant: { kind: 'naturalPerson', name: '甲试例', idType: 'residentIdentity', idNo: residentIdentityFor('1990-03-07') },
  debtor: {
    kind: 'naturalPerson',
    name: '乙试例𠮷',
    idType: 'residentIdentity',
    idNo: residentIdentityFor('1985-01-01', '532322'),
    address: '双柏县虚构街2号',
  },
  company: { kind: 'organisation', name: '楚演示建材有限公司', idType: 'unifiedCreditCode', idNo: unifiedCreditCodeFor('MA6TERT0') },
  representative: { name: '丙试例', idNo: residentIdentityFor('1970-12-12') },
} as const;

/** Everything of a filing that a test may want to see nowhere. */
export const secrets = [...Object.values(people).flatMap(({ name, idNo }) => [name, idNo]), people.debtor.address];

/** A filing as a court system sends it: one person owes another a sum of money. */
export const aFiling = (changes: Record<string, unknown> = {}) => ({
  caseNumber: '（2026）云2301执123号',
  court: '云2301',
  appliedOn: '2026-02-27',
  handler: 'judge-01',
  instrument: {
    title: '（2025）云2301民初88号民事判决书',
    issuedBy: '楚雄市人民法院',
    effectiveOn: '2025-11-20',
    performanceEndsOn: '2025-12-20',
  },
  applicants: [people.applicant],
  debtors: [people.debtor],
  claim: {
    principals: [{ amountYuan: '120000.00' }],
    costs: [{ amountFen: 286_000, incurredOn: '2025-12-20', bearsDoubledInterest: false }],
    ordinaryInterest: [],
    doubledInterest: true,
  },
  ...changes,
});

/** The company as debtor with its representative, a deputy of the county's congress. */
export const aCompanyFiling = (changes: Record<string, unknown> = {}) =>
  aFiling({
    caseNumber: '（2026）云2301执124号',
    debtors: [{ ...people.company, legalRepresentative: { ...people.representative, deputy: { level: 'county', unit: 'cx-congress' } } }],
    ...changes,
  });

/** A copy with one place changed, by JSON pointer; `undefined` takes the place away. */
export const withPlace = (body: unknown, pointer: string, value: unknown): unknown => {
  const copy: unknown = structuredClone(body);
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined),
    copy,
  );
  if (typeof parent !== 'object' || parent === null) throw new Error(`The body has no place ${pointer}`);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return copy;
};
