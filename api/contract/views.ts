import { z } from 'zod';
import { Money } from './fields.ts';

const Id = z.string();
const When = z.string().meta({ example: '2026-03-02T09:00:00.000+08:00' });
const Day = z.string().meta({ example: '2026-03-02' });

/** A term with its end and the reasons for it, so that a judge can check it with a wall calendar. */
export const ClockView = z
  .strictObject({
    limitId: z.string(),
    startsAt: When,
    lastDay: Day,
    dueAt: When,
    provisional: z.boolean().meta({ description: '所涉年份的放假安排尚未公布，日期待定' }),
    rule: z.string(),
    source: z.string(),
    steps: z.array(z.string()),
  })
  .meta({ id: 'Clock', description: '法定期限及其计算过程' });

const Seat = z.strictObject({ level: z.string(), unit: Id.exactOptional(), unitName: z.string().exactOptional() });

export const PartyView = z
  .strictObject({
    partyId: Id,
    role: z.enum(['applicant', 'debtor', 'legalRepresentative', 'responsiblePerson']),
    roleTitle: z.string(),
    kind: z.enum(['naturalPerson', 'organisation']),
    represents: Id.exactOptional(),
    deputy: Seat.exactOptional(),
    name: z.string().exactOptional(),
    idType: z.string().exactOptional(),
    idNo: z.string().exactOptional(),
    address: z.string().exactOptional(),
  })
  .meta({ id: 'Party', description: '当事人；无权查看个人信息的身份只见标识' });

export const BalanceView = z
  .strictObject({ on: Day, costs: Money, ordinaryInterest: Money, principal: Money, doubledInterest: Money, total: Money })
  .meta({ id: 'Balance', description: '截至当日尚欠金额' });

export const PaperRefView = z.strictObject({ paperId: Id, kind: z.string(), title: z.string() }).meta({ id: 'PaperRef' });

export const MeasureView = z
  .strictObject({
    requestNo: Id,
    unit: Id,
    unitName: z.string(),
    lineNo: z.number().int(),
    propertyId: Id,
    status: z.enum(['waiting', 'inForce', 'lapsed', 'lifted']),
    statusTitle: z.string(),
    registrationNo: z.string(),
    rank: z.number().int().exactOptional(),
    effectiveAt: When.exactOptional(),
    endsAt: When.exactOptional(),
    lastDay: Day.exactOptional(),
    endedAt: When.exactOptional(),
    cleared: z.boolean().exactOptional(),
    liftedAt: When.exactOptional(),
    property: z
      .strictObject({
        propertyNo: z.string(),
        location: z.string(),
        certificateNo: z.string().exactOptional(),
        areaSquareMetres: z.string().exactOptional(),
      })
      .exactOptional(),
  })
  .meta({ id: 'Measure', description: '查封措施' });

export const ReviewView = z
  .strictObject({ replyNo: z.string(), overdue: z.boolean(), clock: ClockView })
  .meta({ id: 'Review', description: '审查建议' });

export const RequestView = z
  .strictObject({
    requestNo: Id,
    caseId: Id,
    actionId: z.string(),
    title: z.string(),
    source: z.string(),
    unit: Id,
    unitName: z.string(),
    subject: Id,
    subjectName: z.string().exactOptional(),
    phase: z.string(),
    awaiting: z.string(),
    details: z.string(),
    ended: z.boolean(),
    openedAt: When,
    servedAt: When.exactOptional(),
    nextDueAt: When.exactOptional(),
    openStep: z
      .strictObject({ step: z.string(), stepNo: z.string(), papers: z.array(PaperRefView), clock: ClockView.exactOptional() })
      .exactOptional(),
    measures: z.array(MeasureView),
    reviews: z.array(ReviewView),
  })
  .meta({ id: 'Request', description: '协助事项' });

export const ProposalView = z
  .strictObject({
    proposalId: Id,
    kind: z.string(),
    what: z.string().meta({ description: '拟办何事' }),
    requestNo: Id.exactOptional(),
    actionId: z.string().exactOptional(),
    source: z.string().exactOptional().meta({ description: '实施方案条款' }),
    unit: Id.exactOptional(),
    unitName: z.string().exactOptional(),
    subject: Id.exactOptional(),
    subjectName: z.string().exactOptional(),
    drawnUpAt: When,
    overdueAt: When.exactOptional(),
    papers: z.array(
      PaperRefView.extend({
        signatures: z.array(z.strictObject({ level: z.string(), by: z.string() })),
        awaits: z.string().exactOptional().meta({ description: '尚缺哪一级签发' }),
      }),
    ),
  })
  .meta({ id: 'Proposal', description: '待签发的拟办事项' });

export const DutyView = z
  .strictObject({
    limitId: z.string(),
    status: z.enum(['open', 'met', 'overdue']),
    statusTitle: z.string(),
    debtor: Id.exactOptional(),
    clock: ClockView,
  })
  .meta({ id: 'Duty', description: '本院应当遵守的期限' });

export const DeadlineView = z
  .strictObject({
    what: z.string(),
    of: z.string().meta({ description: '所属案件、协助事项或者移送' }),
    dueAt: When,
    rule: z.string(),
    source: z.string(),
    steps: z.array(z.string()),
    provisional: z.boolean(),
    status: z.enum(['open', 'met', 'overdue']),
  })
  .meta({ id: 'Deadline', description: '期限及其由来' });

export const ReferralView = z
  .strictObject({ referralNo: Id, debtor: Id, ground: z.string(), groundTitle: z.string(), standing: z.string(), details: z.string() })
  .meta({ id: 'Referral', description: '移送' });

const Payment = z.strictObject({ paymentNo: z.number().int(), at: When, amount: Money });

export const CaseSummary = z
  .strictObject({
    caseId: Id,
    caseNumber: z.string(),
    court: z.string(),
    handler: z.string(),
    phase: z.string(),
    awaiting: z.string(),
    details: z.string(),
    ended: z.boolean(),
    nextDueAt: When.exactOptional(),
  })
  .meta({ id: 'CaseSummary', description: '案件概况，不含个人信息' });

export const CaseView = CaseSummary.extend({
  courtName: z.string(),
  status: z.enum(['open', 'satisfied', 'closed']),
  lawPack: z.string(),
  appliedOn: Day,
  filedAt: When,
  satisfiedAt: When.exactOptional(),
  closedAt: When.exactOptional(),
  line: z.number().int(),
  instrument: z.strictObject({ title: z.string(), issuedBy: z.string(), effectiveOn: Day, performanceEndsOn: Day }).exactOptional(),
  parties: z.array(PartyView),
  balance: BalanceView,
  payments: z.array(Payment),
  proposals: z.array(ProposalView),
  requests: z.array(RequestView),
  measures: z.array(MeasureView),
  duties: z.array(DutyView),
  referrals: z.array(ReferralView),
  unserved: z.array(PaperRefView.extend({ debtor: Id })).meta({ description: '已签发、待送达当事人的文书' }),
}).meta({ id: 'Case', description: '案件' });

export const TimelineEvent = z
  .strictObject({
    stream: z.string(),
    number: z.number().int(),
    type: z.string(),
    what: z.string(),
    at: When,
    recordedAt: When,
    actor: z.string().exactOptional(),
    body: z.unknown(),
  })
  .meta({ id: 'TimelineEvent', description: '案卷记录' });

export const PaperSummary = PaperRefView.extend({
  caseId: Id,
  number: z.string().exactOptional(),
  contentHash: z.string().exactOptional(),
  issuedAt: When.exactOptional(),
  signatures: z.array(z.strictObject({ level: z.string(), by: z.string(), at: When })),
}).meta({ id: 'PaperSummary', description: '文书' });

export const PaperView = PaperSummary.extend({ draft: z.boolean(), content: z.unknown() }).meta({
  id: 'Paper',
  description: '文书及其内容',
});

export const ObstacleView = z
  .looseObject({ kind: z.string(), message: z.string() })
  .meta({ id: 'Obstacle', description: '结案前尚未了结的事项' });

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().exactOptional().meta({ description: '下一页的翻页标记' }) });
