import type { EvidenceGroup } from '../../domain/referral/referral.ts';
import { isDaysAgo, requestAbout, type Seen } from './seen.ts';
import type { ScriptRule } from './units.ts';

/** What comes to the court from outside of an enforcement office: money and evidence, and the judge's view of a refusal. */
export type Occasion =
  | { readonly kind: 'pays'; readonly amountFen: number }
  | { readonly kind: 'evidence'; readonly group: EvidenceGroup; readonly title: string; readonly content: string }
  | { readonly kind: 'refusal'; readonly ground: 'concealsProperty' };

/**
 * One case of the docket. Nothing in it names a day of the calendar: people look at where the case stands, so that it comes to its end
 * also when a unit does something else than it should.
 */
export interface Story {
  readonly title: string;
  /** What will happen in it, in a sentence. */
  readonly plot: string;
  readonly units: (caseNumber: string) => readonly ScriptRule[];
  readonly occasions: (seen: Seen) => readonly Occasion[];
  readonly isOver: (seen: Seen) => boolean;
}

const silent = [{ silent: true }];
const hasNothing = [{ reply: { kind: 'noRecord' }, afterDays: 2 }];

const isClosed = ({ book }: Seen): boolean => book.status === 'closed';
const nothing = (): readonly Occasion[] => [];
const theRest = ({ book }: Seen): Occasion => ({ kind: 'pays', amountFen: book.balance.total.fen });

const deputy: Story = {
  title: '人大代表',
  plot: '被执行人系县级人大代表；市人大常委会逾期未答复，催办后列入督办清单，督促后自动履行',
  units: (caseNumber) => [{ when: { caseNumber, actionId: 'C01-1' }, behaviours: silent }],
  occasions: (seen) => {
    const isUrged = isDaysAgo(5, seen, 'AnswerReceived', ({ answer }) => answer?.kind === 'urged');
    return isUrged && seen.book.status === 'open' ? [theRest(seen)] : [];
  },
  isOver: isClosed,
};

const houseFound = {
  kind: 'records',
  records: [],
  properties: [
    {
      propertyNo: '532301演示GB00202F00020202',
      type: 'realEstate',
      location: '云南省楚雄市虚拟镇演示花园2幢2单元202室',
      certificateNo: '云（2026）楚雄市不动产权演示第0000202号',
      areaSquareMetres: '98.50',
      coOwned: false,
      mortgaged: false,
      sealedBefore: 0,
    },
  ],
};

/** Asked first to answer, so that under sabotage it is this answer that is lost: the house is then found by order, some weeks later. */
const houseOwner: Story = {
  title: '有房可封',
  plot: '查明一处房屋并查封；被执行人付清后解除查封，确认后结案',
  units: (caseNumber) => [
    { when: { caseNumber, actionId: 'C14-1', step: 'service' }, behaviours: [{ reply: houseFound, afterHours: 4 }] },
    { when: { caseNumber, actionId: 'C14-1', step: 'order' }, behaviours: [{ reply: houseFound, afterDays: 1 }] },
  ],
  occasions: (seen) => (isDaysAgo(6, seen, 'MeasureRegistered') && seen.book.status === 'open' ? [theRest(seen)] : []),
  isOver: isClosed,
};

const silentUnit: Story = {
  title: '单位不答',
  plot: '社保机构始终不答复；催办无果，责令协助履行，仍不办理，报请法官决定',
  units: (caseNumber) => [{ when: { caseNumber, actionId: 'C04-1' }, behaviours: silent }],
  occasions: nothing,
  isOver: (seen) => requestAbout(seen, 'C04-1')?.phase === 'orderIgnored',
};

const evidence: readonly Extract<Occasion, { readonly kind: 'evidence' }>[] = [
  {
    kind: 'evidence',
    group: 'identity',
    title: '被执行人户籍证明',
    content: '被执行人戊试例户籍信息，住云南省楚雄市虚拟镇演示花园4幢1单元404室。',
  },
  { kind: 'evidence', group: 'duty', title: '执行依据及送达回证', content: '生效民事判决书、执行通知书、报告财产令及送达回证。' },
  { kind: 'evidence', group: 'ability', title: '被执行人收入情况', content: '判决生效后货款收入银行流水。' },
  { kind: 'evidence', group: 'refusalActs', title: '隐藏财产经过', content: '货款转入他人账户的转账凭证及证人证言。' },
  { kind: 'evidence', group: 'circumstances', title: '致使判决无法执行的情况', content: '申请执行人陈述及财产调查报告。' },
];

/** Police stay silent when the court refers, and file once the procuratorate has told them to. */
const hider: Story = {
  title: '隐藏财产',
  plot: '被执行人隐藏财产，移送公安机关；公安机关逾期未答复，提请检察机关监督后立案',
  units: (caseNumber) => [
    { when: { caseNumber, actionId: 'C04-1' }, behaviours: hasNothing },
    { when: { caseNumber, actionId: 'C14-1' }, behaviours: hasNothing },
    { when: { caseNumber, actionId: 'C08-1' }, behaviours: [{ reply: { kind: 'caseFiled' }, afterDays: 30 }] },
  ],
  occasions: (seen) => {
    if (seen.book.referrals.length > 0 || !isDaysAgo(5, seen, 'NoticeServed')) return [];
    const missing = evidence.filter(({ group }) => !isDaysAgo(0, seen, 'EvidenceAttached', (body) => body.evidence?.group === group));
    return missing.length > 0 ? missing : [{ kind: 'refusal', ground: 'concealsProperty' }];
  },
  isOver: ({ book }) => book.referrals.some(({ standing }) => standing === 'filed'),
};

const payer: Story = {
  title: '分期付清',
  plot: '各单位如期答复；被执行人分两次付清，结案',
  units: (caseNumber) => [
    { when: { caseNumber, actionId: 'C04-1' }, behaviours: hasNothing },
    { when: { caseNumber, actionId: 'C14-1' }, behaviours: hasNothing },
  ],
  occasions: (seen) => {
    const { payments, status } = seen.book;
    if (payments.length === 0) return isDaysAgo(3, seen, 'NoticeServed') ? [{ kind: 'pays', amountFen: 30_000_00 }] : [];
    return status === 'open' && isDaysAgo(9, seen, 'PaymentRecorded') ? [theRest(seen)] : [];
  },
  isOver: isClosed,
};

/** The five cases, in the order of the docket. */
export const stories: readonly Story[] = [deputy, houseOwner, silentUnit, hider, payer];
