import { dateOf, type CivilDate, type Instant } from '../domain/calendar/instant.ts';
import type { EnforcementCase } from '../domain/enforcement-case/case.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import type { ReferralGround } from '../domain/referral/referral.ts';
import { nameOn } from '../domain/unit/unit.ts';
import type { Commission } from './commission.ts';
import { earlierPaper } from './earlier-paper.ts';
import type { Matter } from './matter.ts';

/** The bundle of a transfer: ground, evidence by group, and the course of the enforcement so far. @see RJ25 3–4 */
export const bundleOf = async ({ book, at }: Commission, { subject }: Matter, dossier: DossierReader) => {
  const referral = book.referrals.findLast(({ debtor }) => debtor === subject);
  const pieces = book.evidence.filter(({ debtor }) => debtor === subject);
  const groups = [...new Set(pieces.map(({ group }) => group))];
  const evidence = await Promise.all(
    groups.map(async (group) => ({
      group,
      titles: await dossier.evidenceTitles(pieces.filter((piece) => piece.group === group).map(({ evidenceId }) => evidenceId)),
    })),
  );
  return { refusalGround: groundInWords[referral?.ground ?? 'concealsProperty'], evidence, course: courseOf(book, dateOf(at)) };
};

const courseOf = (book: EnforcementCase, today: CivilDate): readonly { readonly on: CivilDate; readonly what: string }[] => [
  { on: dateOf(book.filedAt), what: '本院立案执行，依法制作执行通知书、报告财产令。' },
  ...book.payments.map(({ at }) => ({ on: dateOf(at), what: '收到部分执行款。' })),
  { on: today, what: `本院已向协助单位发出协助事项${book.requests.length}项，被执行人仍未履行生效法律文书确定的义务。` },
];

const groundInWords: Record<ReferralGround, string> = {
  concealsProperty: '隐藏财产，致使判决、裁定无法执行',
  transfersProperty: '转移财产，致使判决、裁定无法执行',
  destroysProperty: '故意毁损财产，致使判决、裁定无法执行',
  refusesDelivery: '拒不交付法律文书指定交付的财物，致使判决、裁定无法执行',
  violenceOrThreat: '以暴力、威胁方法阻碍执行，致使执行工作无法进行',
};

/** What the police did, or left undone, with the transfer. @see RJ25 5 */
export const policeConduct = async (book: EnforcementCase, { subject }: Matter, at: Instant, dossier: DossierReader) => {
  const transfer = book.requests.findLast(({ actionId, subject: debtor }) => actionId === 'C08-1' && debtor === subject);
  const police = transfer === undefined ? undefined : await dossier.unit(transfer.unit);
  const letter = transfer?.papers[0];
  const original = letter === undefined ? undefined : await earlierPaper(letter.paperId, dossier);
  const silent = book.referrals.some(({ debtor, standing }) => debtor === subject && standing === 'policeSilent');
  return {
    police: police === undefined ? '公安机关' : nameOn(police, dateOf(at)),
    ...(original !== undefined && { transfer: original }),
    policeAnswer: silent ? ('silent' as const) : ('notFiled' as const),
  };
};
