import { dateOf, parseInstant } from '../domain/calendar/instant.ts';
import { table, type PaperContent } from './content.ts';
import { dateInWords, minuteText } from './dates.ts';
import type { ServiceReturnFacts } from './facts.ts';

/**
 * 送达回证: what was served on whom, where, how and when, with room for the signature or the record of refusal.
 * @see CPL 87–90
 */
export const composeServiceReturn = (facts: ServiceReturnFacts): PaperContent => ({
  kind: 'serviceReturn',
  title: '送达回证',
  courtName: facts.court.name,
  number: null,
  caseNumber: facts.caseNumber,
  body: [
    table(
      [],
      [
        ['案号', facts.caseNumber],
        ['送达文书', `${facts.paper.number}${facts.paper.title}`],
        ['受送达人', facts.recipient],
        ['送达地点', facts.place],
        ['送达方式', facts.manner],
        ['送达时间', minuteText(facts.servedAt)],
        ['电子送达凭证号', facts.receiptNo ?? '—'],
        ['受送达人签名或者盖章', ''],
        ['代收人签名及代收理由', ''],
        ['拒收事由、见证人签名', ''],
        ['送达人签名', ''],
        ['备注', facts.note ?? '—'],
      ],
    ),
  ],
  grounds: [],
  remedies: [
    '受送达人不在的，可以依法由他人代收，代收人应当在回证上签名并注明与受送达人的关系；拒绝签收的，由送达人记明事由和日期，依法留置送达。',
  ],
  closing: { courtName: facts.court.name, dateInChinese: servedOn(facts.servedAt) },
});

const servedOn = (servedAt: string): string => {
  const instant = parseInstant(servedAt);
  return instant.ok ? dateInWords(dateOf(instant.value)) : servedAt;
};
