import { ReplyContent } from '../adapters/units/wire/messages.ts';
import { slugOf, type Asked, type AskedLine } from './asked.ts';
import { chinaInstant } from './court-time.ts';
import type { Draft, Template } from './script.ts';

type RegisteredLine = Extract<ReplyContent, { readonly kind: 'registered' }>['lines'][number];

/** Writes out what a unit says to the question at a moment of the court clock. A complete template goes as it stands. */
export const contentOf = (template: Template, question: Asked, atMs: number): ReplyContent =>
  isComplete(template) ? template : complete(template, question, atMs);

const isComplete = (template: Template): template is ReplyContent => ReplyContent.safeParse(template).success;

const complete = (draft: Draft, question: Asked, atMs: number): ReplyContent => {
  const number = (words: string): string => `楚演示${words}〔${chinaInstant(atMs).slice(0, 4)}〕${slugOf(question.stepNo)}号`;
  switch (draft.kind) {
    case 'records':
      return { kind: 'records', records: draft.records ?? recordsFor(question), properties: draft.properties ?? [] };
    case 'registered':
      return draft.standing === 'waiting' ? waiting(draft, question) : inForce(draft, question, atMs, (line) => line.endsOn);
    case 'renewed':
      return inForce(draft, question, atMs, (line) => line.endsOn);
    case 'promoted':
      return inForce(draft, question, atMs, (line) => sameTermFrom(chinaInstant(atMs).slice(0, 10), line));
    case 'lifted':
    case 'markCleared':
      return undone(draft.kind, chosen(draft, question));
    case 'caseAccepted':
      return { kind: draft.kind, receiptNo: number('公受案字') };
    case 'caseFiled':
      return { kind: draft.kind, decisionNo: number('公立字') };
    case 'caseNotFiled':
      return { kind: draft.kind, decisionNo: number('公不立字'), reason: draft.reason };
    case 'reasonsRequested':
      return { kind: draft.kind, letterNo: number('检要求说明不立案理由') };
    case 'noticeToFile':
      return { kind: draft.kind, letterNo: number('检通知立案') };
    case 'reasonsHold':
      return { kind: draft.kind, letterNo: number('检不立案理由审查'), reason: draft.reason };
  }
};

const recordsFor = ({ actionId }: Asked) =>
  actionId === 'C04-1'
    ? [
        { item: '参保状态', value: '正常参保' },
        { item: '参保单位', value: '楚演示建材有限公司' },
        { item: '月缴费基数（元）', value: '4500.00' },
        { item: '累计缴费月数', value: '86' },
      ]
    : [];

type LineDraft = Extract<Draft, { readonly kind: 'registered' | 'promoted' | 'renewed' | 'lifted' | 'markCleared' }>;

const chosen = ({ half, only }: LineDraft, { lines }: Asked): readonly AskedLine[] =>
  lines.filter(
    ({ lineNo }, index) => (only?.includes(lineNo) ?? true) && (half !== true || index < Math.max(1, Math.floor(lines.length / 2))),
  );

const waiting = (draft: Extract<LineDraft, { readonly kind: 'registered' }>, question: Asked): ReplyContent => {
  const rank = draft.rank ?? 2;
  const lines = chosen(draft, question).map((line): RegisteredLine => ({
    lineNo: line.lineNo,
    standing: 'waiting',
    registrationNo: registrationNoOf(line, question),
    rank,
  }));
  return lines.length === 0 ? returned('标的物') : { kind: 'registered', lines };
};

/** A seal cannot be entered without a term: a notice that names no last day goes back to the court. */
const inForce = (
  draft: Extract<LineDraft, { readonly kind: 'registered' | 'promoted' | 'renewed' }>,
  question: Asked,
  atMs: number,
  lastDayOf: (line: AskedLine) => string | undefined,
): ReplyContent => {
  const rank = draft.kind === 'registered' ? (draft.rank ?? 1) : 1;
  const asked = chosen(draft, question);
  const lines = asked.flatMap((line): RegisteredLine[] => {
    const lastDay = lastDayOf(line);
    if (lastDay === undefined) return [];
    const registrationNo = registrationNoOf(line, question);
    return [
      { lineNo: line.lineNo, standing: 'inForce', registrationNo, effectiveAt: chinaInstant(atMs), endsAt: momentAfter(lastDay), rank },
    ];
  });
  if (asked.length === 0) return returned('标的物');
  return lines.length === 0 ? returned('查封期限') : { kind: draft.kind, lines };
};

const undone = (kind: 'lifted' | 'markCleared', lines: readonly AskedLine[]): ReplyContent =>
  lines.length === 0 ? returned('标的物') : { kind, lines: lines.map(({ lineNo }) => lineNo) };

const returned = (what: string): ReplyContent => ({
  kind: 'returned',
  missing: 'document',
  reason: `文书未载明需协助办理的${what}，业务审核未通过，请补正后重新送达。`,
});

/** A seal keeps the number under which it was first entered. */
const registrationNoOf = ({ lineNo, registrationNo }: AskedLine, { stepNo, originalStepNo }: Asked): string =>
  registrationNo ?? `cf-${slugOf(originalStepNo ?? stepNo)}-${lineNo}`;

/** The term ends when its last day is over, which is the first moment of the next. */
const momentAfter = (day: string): string => chinaInstant(startOf(day) + dayMs);

/** The term of a waiting seal runs from the day on which it takes effect, and is as long as the one asked for. */
const sameTermFrom = (day: string, { startsOn, endsOn }: AskedLine): string | undefined => {
  if (startsOn === undefined || endsOn === undefined) return endsOn;
  const years = Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4));
  const restMs = startOf(endsOn) - startOf(laterBy(years, startsOn));
  return chinaInstant(startOf(laterBy(years, day)) + restMs).slice(0, 10);
};

const dayMs = 86_400_000;

const startOf = (day: string): number => Date.parse(`${day}T00:00:00.000+08:00`);

const laterBy = (years: number, day: string): string => {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return chinaInstant(startOf(later)).startsWith(later) ? later : later.replace('02-29', '02-28');
};
