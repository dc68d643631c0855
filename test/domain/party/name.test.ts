import { describe, expect, it } from 'vitest';
import { parsePartyName } from '../../../domain/party/name.ts';

describe('the name of a party', () => {
  it.each(['甲试例', '𠮷试例', '葛󠄀试例', '阿依演示·试例', ' 楚演示（云南）有限责任公司 ', '㐂䶮\ue863', 'Ｔｅｓｔ'])(
    '%j is kept exactly',
    (name) => {
      expect(parsePartyName(name)).toEqual({ ok: true, value: name });
    },
  );

  it('may hold a hundred characters, a rare one counting as one', () => {
    expect(parsePartyName('𠮷'.repeat(100)).ok).toBe(true);
    expect(parsePartyName('𠮷'.repeat(101))).toEqual({ ok: false, error: { kind: 'nameTooLong' } });
  });

  it.each(['', ' ', '　', '\t'])('%j is refused as empty', (name) => {
    expect(parsePartyName(name)).toEqual({ ok: false, error: { kind: 'emptyName' } });
  });

  it.each([
    '甲\u0000试例',
    '甲试例\n',
    '甲\u007f试例',
    '甲\u0085试例',
    '甲\u200b试例',
    '\u202e甲试例',
    '甲\u2028试例',
    '甲试例\ufeff',
    '甲\ud842试例',
  ])('%j is refused, for nobody sees on paper what it holds', (name) => {
    expect(parsePartyName(name)).toEqual({ ok: false, error: { kind: 'controlCharacter' } });
  });
});
