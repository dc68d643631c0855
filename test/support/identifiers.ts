/*
 * Valid numbers for invented parties, made independently of the code that reads them. The arithmetic is that of the standards, so a
 * number may by chance be somebody's: pair it only with a name that cannot be.
 */

/** A 公民身份号码. `birth` is `YYYY-MM-DD`; `seq` from 0 to 499 tells persons of one birthday and sex apart. */
export const residentIdentityFor = (birth: string, area = '532301', seq = 0, sex: 'male' | 'female' = 'male'): string => {
  const order = seq * 2 + (sex === 'male' ? 1 : 0);
  const front = `${area}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const sum = weighted(front, '0123456789', (position) => 2 ** (17 - position) % 11);
  return front + '10X98765432'.charAt(sum % 11);
};

/** A 统一社会信用代码. `organisation` is the first eight characters of the organisation code; its own check character is added. */
export const unifiedCreditCodeFor = (organisation = 'MA000000', region = '532301', registrar = '91'): string => {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const own = weighted(organisation, letters, (position) => [3, 7, 9, 10, 5, 8, 4, 2][position] ?? 0) % 11;
  const front = `${registrar}${region}${organisation}${'0X987654321'.charAt(own)}`;
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = weighted(front, alphabet, (position) => 3 ** position % 31);
  return front + alphabet.charAt((31 - (sum % 31)) % 31);
};

const weighted = (text: string, alphabet: string, weightAt: (position: number) => number): number =>
  Array.from(text).reduce((sum, character, position) => sum + alphabet.indexOf(character) * weightAt(position), 0);
