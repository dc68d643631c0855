import type { Report, ReportContent } from '../assistance/messages.ts';
import type { Answer } from '../assistance/answer.ts';
import type { Instant } from '../calendar/instant.ts';
import { assertNever, ok, type Result } from '../result.ts';
import { termsOf, type Terms } from '../time-limit/terms.ts';
import type { ReferralEvent } from './events.ts';
import { isOver, type Referral } from './referral.ts';

export type ReferralOccurrence =
  { readonly type: 'report'; readonly at: Instant; readonly report: Report } | { readonly type: 'due'; readonly at: Instant };

type Events = readonly ReferralEvent[];

/** What follows for the chain from a report of one of its requests, or from a term that ran out. Nobody acts on it directly. */
export const decideReferral = (referral: Referral, occurrence: ReferralOccurrence): Result<Events, never> => {
  switch (occurrence.type) {
    case 'report':
      return ok(onReport(referral, occurrence.report, termsOf(referral.file.lawPack)));
    case 'due':
      return ok(isNoticeIgnored(referral, occurrence.at) ? [{ type: 'PoliceIgnoredNotice', at: occurrence.at }] : []);
    default:
      return assertNever(occurrence);
  }
};

const isNoticeIgnored = ({ standing, filingClock }: Referral, at: Instant): boolean =>
  standing === 'noticeToFile' && filingClock !== undefined && filingClock.dueAt <= at;

const onReport = (referral: Referral, report: Report, terms: Terms): Events => {
  const heard = `${report.requestNo}#${report.upTo}`;
  const noted: Events = [{ type: 'ReportNoted', at: report.at, heard }];
  if (referral.heard.includes(heard) || isOver(referral)) return noted;
  const events = report.contents.flatMap((content) => step(content, report, heard, terms));
  return events.length === 0 ? noted : events;
};

const step = (content: ReportContent, { requestNo: _no, at, ...report }: Report, heard: string, terms: Terms): Events => {
  switch (content.kind) {
    case 'served':
      return [{ type: report.actionId === 'C09-2' ? 'SupervisionServed' : 'PoliceServed', at: content.at, heard }];
    case 'chainSilent':
      return [{ type: 'PoliceSilent', at, heard }];
    case 'answered':
      return onAnswer(content.answer, at, heard, terms);
    default:
      return [];
  }
};

const onAnswer = (answer: Answer, at: Instant, heard: string, terms: Terms): Events => {
  switch (answer.kind) {
    case 'caseAccepted':
      return [{ type: 'PoliceAccepted', at, heard }];
    case 'caseComplex':
      return [{ type: 'PoliceCalledComplex', at, heard }];
    case 'caseFiled':
      return [{ type: 'PoliceFiled', at, heard }];
    case 'caseNotFiled':
      return [{ type: 'PoliceDidNotFile', at, heard }];
    case 'reasonsRequested':
      return [{ type: 'ReasonsRequested', at, heard }];
    case 'noticeToFile':
      return [{ type: 'NoticeToFile', at, heard, clock: terms.clock('T57b', at) }];
    case 'reasonsHold':
      return [{ type: 'ReasonsHold', at, heard }];
    default:
      return [];
  }
};
