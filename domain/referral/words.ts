import type { ReferralEvent, ReferralEventType } from './events.ts';

/** What happened, as a timeline and the Temporal UI say it. An event without words does not compile. */
export const referralEventInWords = (event: ReferralEvent): string => words[event.type];

const words: Record<ReferralEventType, string> = {
  ReferralOpened: '决定移送公安机关',
  PoliceServed: '移送材料已送达公安机关',
  PoliceAccepted: '公安机关受案',
  PoliceCalledComplex: '公安机关告知案情复杂',
  PoliceFiled: '公安机关立案',
  PoliceDidNotFile: '公安机关不予立案',
  PoliceSilent: '公安机关期限内未书面答复',
  SupervisionServed: '提请立案监督函已送达',
  ReasonsRequested: '检察机关要求公安机关说明不立案理由',
  ReasonsHold: '检察机关认为不立案理由成立',
  NoticeToFile: '检察机关通知立案',
  PoliceIgnoredNotice: '公安机关逾期未按通知立案',
  ReportNoted: '收到协助事项报告',
};
