import type { z } from 'zod';
import { chineseDay, chineseMinute } from '../../domain/calendar/chinese-date.ts';
import { dateOf, type Instant } from '../../domain/calendar/instant.ts';
import { actionOf } from '../../domain/catalogue/index.ts';
import type { EnforcementCase } from '../../domain/enforcement-case/case.ts';
import type { Proposal } from '../../domain/enforcement-case/proposal.ts';
import type { Measure } from '../../domain/measure/measure.ts';
import type { CaseRow, ReferralRow, RequestRow } from '../../domain/ports/reader.ts';
import type { LegalClock } from '../../domain/time-limit/legal-clock.ts';
import type { LimitId } from '../../domain/time-limit/time-limit.ts';
import { termsOf } from '../../domain/time-limit/terms.ts';
import type { DeadlineView } from '../contract/views.ts';
import { purposeInWords } from './words.ts';

type Deadline = z.input<typeof DeadlineView>;

/** Every term that runs in a case, its requests and its referrals, the earliest first, each with its rule, its source and its steps. */
export const deadlinesOf = (
  row: CaseRow,
  requests: readonly RequestRow[],
  referrals: readonly ReferralRow[],
  now: Instant,
): readonly Deadline[] =>
  [
    ...row.state.duties.map(({ clock, status, limitId }) => ofClock(dutyInWords(limitId), row.caseId, clock, status)),
    ...row.state.proposals.flatMap((proposal) => ofProposal(proposal, now)),
    ...requests.flatMap((request) => ofRequest(request, row.state, now)),
    ...referrals.flatMap(({ state }) =>
      state.filingClock === undefined
        ? []
        : [ofClock('公安机关按通知立案', state.file.referralNo, state.filingClock, passed(state.filingClock.dueAt, now))],
    ),
  ].toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));

const ofClock = (what: string, of: string, { dueAt, provisional, explanation }: LegalClock, status: Deadline['status']): Deadline => ({
  what,
  of,
  dueAt,
  rule: explanation.rule,
  source: explanation.source,
  steps: [...explanation.steps],
  provisional,
  status,
});

const dutyInWords = (limitId: LimitId): string => courtDuties[limitId] ?? '本院应当遵守的期限';

const courtDuties: Partial<Readonly<Record<LimitId, string>>> = {
  T03: '发出执行通知',
  T04: '采取措施后发送执行通知书',
  T09: '执行结案',
};

const passed = (dueAt: Instant, now: Instant): Deadline['status'] => (dueAt <= now ? 'overdue' : 'open');

const ofProposal = ({ proposalId, purpose, drawnUpAt, overdueAt }: Proposal, now: Instant): readonly Deadline[] => {
  const what = purpose.kind === 'request' ? actionOf(purpose.file.actionId).title : purposeInWords[purpose.kind];
  const dueAt = overdueAt ?? drawnUpAt;
  return [
    {
      what: `签发“${what}”的文书`,
      of: proposalId,
      dueAt,
      rule: '文书拟制后应当及时审批，逾期未批的列为本院逾期事项。',
      source: '本院管理目标',
      steps: [
        `${chineseDay(dateOf(drawnUpAt))}拟制。`,
        overdueAt === undefined ? '审批期限已过。' : `应于${chineseMinute(overdueAt)}前审批。`,
      ],
      provisional: false,
      status: overdueAt === undefined ? 'overdue' : passed(overdueAt, now),
    },
  ];
};

const ofRequest = ({ state }: RequestRow, book: EnforcementCase, now: Instant): readonly Deadline[] => {
  const { requestNo, actionId } = state.file;
  const { title } = actionOf(actionId);
  const clock = state.status === 'exchanging' ? state.exchange.clock : undefined;
  return [
    ...(clock === undefined ? [] : [ofClock(`答复“${title}”`, requestNo, clock, passed(clock.dueAt, now))]),
    ...state.reviews.map((review) => ofClock('答复协助单位的审查建议', requestNo, review.clock, passed(review.clock.dueAt, now))),
    ...state.measures.flatMap((measure) => ofMeasure(measure, requestNo, actionId, book, now)),
  ];
};

const ofMeasure = (
  measure: Measure,
  requestNo: string,
  actionId: RequestRow['state']['file']['actionId'],
  { file }: EnforcementCase,
  now: Instant,
): readonly Deadline[] => {
  const action = actionOf(actionId);
  if (measure.status !== 'inForce' || action.kind !== 'control') return [];
  const { explanation } = termsOf(file.lawPack).clock(action.measureLimit, measure.effectiveAt);
  return [
    {
      what: `第${measure.lineNo}项查封期限届满`,
      of: requestNo,
      dueAt: measure.endsAt,
      rule: explanation.rule,
      source: explanation.source,
      steps: [
        `${chineseMinute(measure.effectiveAt)}生效。`,
        `登记的期限于${chineseMinute(measure.endsAt)}届满，不因节假日、休息日而顺延，也不因中止、暂缓执行而延长。`,
      ],
      provisional: false,
      status: passed(measure.endsAt, now),
    },
  ];
};
