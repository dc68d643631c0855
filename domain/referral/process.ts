import type { ProcessKind } from '../process/process.ts';
import { decideReferral, type ReferralOccurrence } from './decide.ts';
import type { ReferralEvent } from './events.ts';
import { dueOfReferral, evolveReferral, replayReferral, reportOfReferral } from './evolve.ts';
import { isOver, type Referral, type ReferralStanding } from './referral.ts';
import { referralEventInWords } from './words.ts';
import type { Standing } from '../ports/reader.ts';

/** The workflow that owns a referral. */
export const referralAddress = (referralNo: string): string => `referral/${referralNo}`;

/** A referral as a process. Nobody acts on it directly, so nothing is ever refused. */
export const referralProcess: ProcessKind<Referral, ReferralEvent, ReferralOccurrence, never> = {
  name: 'referral',
  replay: replayReferral,
  evolve: evolveReferral,
  decide: decideReferral,
  dueOf: dueOfReferral,
  errandOf: () => undefined,
  standingOf: (referral): Standing => ({
    phase: referral.standing,
    awaiting: awaiting[referral.standing],
    details: inWords[referral.standing],
    ended: isOver(referral),
  }),
  messagesOf: (referral, events, line) => {
    const after = events.reduce(evolveReferral, referral);
    const report = reportOfReferral(after, events, line + events.length - 1);
    if (report === undefined) return [];
    const { caseId, referralNo } = referral.file;
    return [{ id: `${referralNo}#${report.upTo}`, to: `case/${caseId}`, signal: 'referralReport', at: report.at, body: report }];
  },
  birthsOf: () => [],
  inWords: referralEventInWords,
  listingOf: ({ file }) => ({
    workflowId: referralAddress(file.referralNo),
    caseId: file.caseId,
    court: file.court,
  }),
};

const awaiting: Record<ReferralStanding, Standing['awaiting']> = {
  prepared: 'bureauHead',
  withPolice: 'unit',
  policeSilent: 'bureauHead',
  notFiled: 'bureauHead',
  supervisionAsked: 'unit',
  noticeToFile: 'unit',
  policeIgnoreNotice: 'judge',
  filed: 'nobody',
  reasonsHold: 'nobody',
};

const inWords: Record<ReferralStanding, string> = {
  prepared: '案件移送函待签发、送达公安机关。',
  withPolice: '已移送公安机关，等待立案决定。',
  policeSilent: '公安机关期限内未书面答复，提请立案监督函待签发。',
  notFiled: '公安机关不予立案，提请立案监督函待签发。',
  supervisionAsked: '已提请检察机关立案监督，等待检察机关处理。',
  noticeToFile: '检察机关已通知立案，公安机关应在十五日内立案。',
  policeIgnoreNotice: '公安机关逾期未按通知立案，请法官与检察机关联系。',
  filed: '公安机关已立案侦查。',
  reasonsHold: '检察机关认为不立案理由成立。',
};
