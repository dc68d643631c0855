import fc from 'fast-check';

/** What people and programs send who mean harm, or do not know what they do. */
const hostileTexts = [
  '',
  ' ',
  '𠮷',
  '\u0000',
  '\ud842',
  '\u202e\u200b',
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  "' OR '1'='1' --",
  '<script>alert(1)</script>',
  '${jndi:ldap://x}',
  '%00%ff',
  '（2026）云2301执99999999999999999999号',
  '2026-02-30',
  '9999999999999999999999',
  '-0',
  'NaN',
  '0x10',
  '张'.repeat(400),
] as const;

export const hostileText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 40 }));

const leaf = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 53, 5e-324, [], {}),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(hostileText, fc.constantFrom('kind', 'proposals', 'caseNumber', 'content', 'debtors')), tie('anything'), {
      maxKeys: 4,
    }),
  ),
}));

/** Bodies of every shape: random JSON, a good body with one place spoilt, and text that is no JSON at all. */
export const hostileBody = (good: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    anything.map((value) => JSON.stringify(value)),
    fc.tuple(fc.constantFrom(...placesIn(good)), anything).map(([place, value]) => JSON.stringify(spoilt(good, place, value))),
    fc.tuple(fc.constantFrom(...placesIn(good)), hostileText).map(([place, name]) => JSON.stringify(spoilt(good, [...place, name], 1))),
    fc.constant('{"handler": 1e999}'),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

type Place = readonly string[];

const placesIn = (value: unknown, place: Place = []): readonly [Place, ...Place[]] => [
  place,
  ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, part]) => placesIn(part, [...place, name])) : []),
];

const spoilt = (value: unknown, [name, ...rest]: Place, by: unknown): unknown => {
  if (name === undefined) return by;
  if (Array.isArray(value)) return value.map((part: unknown, index) => (String(index) === name ? spoilt(part, rest, by) : part));
  if (typeof value !== 'object' || value === null) return { [name]: by };
  return Object.fromEntries([...Object.entries(value).filter(([key]) => key !== name), [name, spoilt(Reflect.get(value, name), rest, by)]]);
};
