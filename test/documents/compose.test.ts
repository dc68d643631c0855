import { describe, expect, it } from 'vitest';
import { composePaper, composeServiceReturn } from '../../documents/compose.ts';
import type { PaperFacts } from '../../documents/facts.ts';
import { renderPlainText } from '../../documents/plain-text.ts';
import { paperKinds, type PaperKind } from '../../domain/paper/paper.ts';
import { asDraft, issued, legalRepresentative, otherDebtor, proofOfService } from './fictional-case.ts';

const kinds = Object.keys(paperKinds) as readonly PaperKind[];

/** The turns that a paper takes when the case took another. */
const variants: Readonly<Record<string, PaperFacts>> = {
  'enforcement-ruling-renews': { ...issued.enforcementRuling, rules: 'renewSeal' },
  'enforcement-ruling-lifts': { ...issued.enforcementRuling, rules: 'lift', liftGround: '被执行人已全部履行生效法律文书确定的义务。' },
  'urging-letter-for-legal-representative': { ...issued.urgingLetter, subject: legalRepresentative },
  'enforcement-notice-to-organisation': { ...issued.enforcementNotice, debtor: otherDebtor },
  'filing-supervision-request-not-filed': { ...issued.filingSupervisionRequest, policeAnswer: 'notFiled' },
  'filing-supervision-request-revoked': { ...issued.filingSupervisionRequest, policeAnswer: 'revoked' },
  'lift-notice-part': { ...issued.liftNotice, scope: 'part' },
  'lift-notice-clears-lapsed-mark': {
    ...issued.liftNotice,
    ground: '查封期限届满未续行查封',
    clearsLapsedMark: true,
  },
  'closing-notice-with-rest': { ...issued.closingNotice, balance: issued.urgingLetter.balance, liftedCount: 0 },
};

describe('the words of the papers', () => {
  it.each(kinds)('of %s are the reviewed ones', async (kind) => {
    const text = renderPlainText(composePaper(issued[kind]));
    await expect(text).toMatchFileSnapshot(`__texts__/${fileName(kind)}.txt`);
  });

  it.each(Object.entries(variants))('of %s are the reviewed ones', async (name, facts) => {
    await expect(renderPlainText(composePaper(facts))).toMatchFileSnapshot(`__texts__/${name}.txt`);
  });

  it('of a service return are the reviewed ones', async () => {
    await expect(renderPlainText(composeServiceReturn(proofOfService))).toMatchFileSnapshot('__texts__/service-return.txt');
  });
});

describe('every kind of paper', () => {
  it.each(kinds)('%s bears the title that the law gives it, its court, its number and its case', (kind) => {
    const content = composePaper(issued[kind]);
    const text = renderPlainText(content);

    expect(content).toMatchObject({ kind, title: paperKinds[kind].title, number: issued[kind].number });
    for (const part of [paperKinds[kind].title, '楚雄市人民法院', issued[kind].number, '（2026）云2301执123号'])
      expect(text).toContain(part);
  });

  it.each(kinds)('%s prints every ground it was given, law and article', (kind) => {
    const content = composePaper(issued[kind]);
    const text = renderPlainText(content);

    expect(content.grounds).toEqual(issued[kind].grounds);
    for (const ground of content.grounds) {
      expect(text).toContain(lawOf(ground));
      expect(text).toContain(ground.slice(lawOf(ground).length));
    }
  });

  it.each(kinds)('%s takes every article of procedure from its grounds and none from its own memory', (kind) => {
    const text = renderPlainText(composePaper({ ...issued[kind], grounds: [] }));

    expect(text).not.toMatch(/民事诉讼法》?第|第[一二三四五六七八九十百]+条/);
    expect(text).not.toContain('依照的规定');
  });

  it.each(kinds)('%s as a draft differs from the issued paper in the number alone', (kind) => {
    expect(composePaper(asDraft(kind))).toEqual({ ...composePaper(issued[kind]), number: null });
  });

  it.each(kinds)('%s as a draft says so and bears no number and no seal', (kind) => {
    const text = renderPlainText(composePaper(asDraft(kind)));

    expect(text).toContain('草稿，未编号，不得送达');
    expect(text).not.toContain(issued[kind].number);
    expect(text).not.toContain('（院印）');
  });

  it.each(kinds)('%s issued shows the place of the seal and no mark of a draft', (kind) => {
    const text = renderPlainText(composePaper(issued[kind]));

    expect(text).toContain('（院印）');
    expect(text).not.toContain('草稿');
  });

  it.each(kinds)('%s is plain JSON, so that its hash is the hash of what is stored', (kind) => {
    const content = composePaper(issued[kind]);

    expect(JSON.parse(JSON.stringify(content))).toStrictEqual(content);
  });

  it.each(kinds)('%s ends with the date in words and names whom to call', (kind) => {
    const text = renderPlainText(composePaper(issued[kind]));

    for (const part of ['二〇二六年三月二日', '承办人：丁试例', '联系电话：0878-0000000']) expect(text).toContain(part);
  });
});

describe('a service return', () => {
  it('is no draft though it has no number', () => {
    expect(renderPlainText(composeServiceReturn(proofOfService))).not.toContain('草稿');
  });

  it('leaves a time that was written by hand as it was written', () => {
    const text = renderPlainText(composeServiceReturn({ ...proofOfService, servedAt: '三月三日上午' }));

    expect(text).toContain('送达时间 | 三月三日上午');
  });
});

const fileName = (kind: PaperKind): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const lawOf = (ground: string): string => /^《[^》]+》/.exec(ground)?.[0] ?? ground;
