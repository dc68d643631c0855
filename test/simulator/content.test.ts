import { describe, expect, it } from 'vitest';
import { ReplyContent } from '../../adapters/units/wire/messages.ts';
import type { Asked } from '../../simulator/asked.ts';
import { contentOf } from '../../simulator/content.ts';
import type { Draft } from '../../simulator/script.ts';

const seal = (startsOn: string, endsOn: string): Asked => ({
  stepNo: '2026-yun2301-zhi-123/2/1',
  requestNo: '2026-yun2301-zhi-123/2',
  unit: 'cx-natural-resources',
  actionId: 'C14-2',
  step: 'service',
  lines: [{ lineNo: 1, startsOn, endsOn }],
});

const at = (instant: string): number => Date.parse(`${instant}+08:00`);

const endOf = (draft: Draft, question: Asked, instant: string): string | undefined => {
  const content = contentOf(draft, question, at(instant));
  return content.kind === 'promoted' || content.kind === 'registered' ? content.lines[0]?.endsAt : undefined;
};

describe('what a unit writes', () => {
  it.each([
    ['2026-03-02', '2029-03-01', '2026-05-20T10:00:00.000', '2029-05-20'],
    ['2026-03-02', '2029-03-02', '2026-05-20T10:00:00.000', '2029-05-21'],
    ['2026-12-31', '2027-12-30', '2027-01-04T10:00:00.000', '2028-01-04'],
    ['2026-03-02', '2029-03-01', '2028-02-29T10:00:00.000', '2031-02-28'],
  ])('lets a seal asked from %s to %s and moved up at %s run as long as asked, until %s begins', (startsOn, endsOn, movedUpAt, endsAt) => {
    expect(endOf({ kind: 'promoted' }, seal(startsOn, endsOn), movedUpAt)).toBe(`${endsAt}T00:00:00.000+08:00`);
  });

  it('ends an entered seal when the day asked for is over, whenever it was entered', () => {
    expect(endOf({ kind: 'registered' }, seal('2026-03-02', '2028-02-29'), '2026-03-05T16:30:00.000')).toBe(
      '2028-03-01T00:00:00.000+08:00',
    );
  });

  it('sends back what names no object, or no line of those the script speaks of', () => {
    const nothing = { ...seal('2026-03-02', '2029-03-01'), lines: [] };
    const returned = { kind: 'returned', missing: 'document' };
    expect(contentOf({ kind: 'registered' }, nothing, 0)).toMatchObject(returned);
    expect(contentOf({ kind: 'lifted' }, nothing, 0)).toMatchObject(returned);
    expect(contentOf({ kind: 'lifted', only: [2] }, seal('2026-03-02', '2029-03-01'), 0)).toMatchObject(returned);
  });

  it('numbers what police and procuratorate send, so that the court can read it', () => {
    const drafts: readonly Draft[] = [
      { kind: 'caseAccepted' },
      { kind: 'caseFiled' },
      { kind: 'caseNotFiled', reason: '现有材料不足以认定有能力执行而拒不执行。' },
      { kind: 'reasonsRequested' },
      { kind: 'noticeToFile' },
      { kind: 'reasonsHold', reason: '不立案理由成立。' },
    ];
    const contents = drafts.map((draft) => contentOf(draft, seal('2026-03-02', '2029-03-01'), at('2026-03-09T09:00:00.000')));
    expect(contents.map((content) => ReplyContent.parse(content).kind)).toEqual(drafts.map(({ kind }) => kind));
    expect(contents[1]).toEqual({ kind: 'caseFiled', decisionNo: '楚演示公立字〔2026〕2026-yun2301-zhi-123-2-1号' });
  });

  it('sends what the script wrote out, as it is written', () => {
    const written: ReplyContent = { kind: 'registered', lines: [{ lineNo: 9, standing: 'waiting', registrationNo: 'cf-9', rank: 4 }] };
    expect(contentOf(written, seal('2026-03-02', '2029-03-01'), 0)).toEqual(written);
  });
});
