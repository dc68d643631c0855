import type { TakenAct } from './counter.ts';
import {
  answerKey,
  type Figures,
  type HistoriesAccount,
  type RecordAccount,
  type UnitAnswer,
  type UnitsAccount,
} from './accounts/account.ts';

/** The three accounts of a run, none of which was computed from another, and what the counter said it had taken. */
export interface Accounts {
  readonly units: UnitsAccount;
  readonly record: RecordAccount;
  readonly histories: HistoriesAccount;
  readonly taken: readonly TakenAct[];
}

/** Something that was lost or doubled: which step or act it belongs to, and what it was. */
export interface Finding {
  /** What two accounts miss under one key is missed once. */
  readonly key: string;
  readonly where: string;
  readonly what: string;
}

export interface Tally {
  /** A unit sent it, or acted on it, or the court said it had taken it, and no event holds it. */
  readonly lost: readonly Finding[];
  /** A unit acted twice on one business step, or the record holds something twice. */
  readonly doubled: readonly Finding[];
  /** Figures on which the accounts differ. */
  readonly differing: readonly (keyof Figures)[];
}

/** Holds the three accounts against each other. */
export const tallyOf = (accounts: Accounts): Tally => ({
  lost: lostIn(accounts),
  doubled: doubledIn(accounts),
  differing: differing(accounts),
});

const lostIn = ({ units, record, histories, taken }: Accounts): readonly Finding[] => {
  const held = new Set([...record.answers.map(answerKey), ...record.onFile]);
  const delivered = new Set(record.delivered.map(({ stepNo }) => stepNo));
  const acts = new Set(record.actIds);
  const accepted = [...taken, ...histories.actIds.map((actId) => ({ actId, what: '流程引擎已接受' }))];
  return onceEach([
    ...[...units.sent, ...histories.answers].filter((answer) => !held.has(answerKey(answer))).map(lostAnswer),
    ...units.acted
      .filter(({ stepNo }) => !delivered.has(stepNo))
      .map(({ stepNo }) => ({ key: stepNo, where: stepNo, what: '单位已经办理，案卷没有记录' })),
    ...accepted
      .filter(({ actId }) => !acts.has(actId))
      .map(({ actId, what }) => ({ key: actId, where: actId, what: `已经受理，案卷没有记录（${what}）` })),
  ]);
};

const lostAnswer = (answer: UnitAnswer): Finding => ({
  key: answerKey(answer),
  where: answer.stepNo,
  what: `单位已发出答复${answer.replyNo}，案卷没有记录`,
});

const doubledIn = ({ units, record, histories }: Accounts): readonly Finding[] =>
  onceEach([
    ...units.acted.filter(({ times }) => times > 1).map(({ stepNo, times }) => doubled(stepNo, `单位对同一步骤办理了${times}次`)),
    ...record.decidedAgain.map(({ stepNo }) => doubled(stepNo, '同一业务步骤作出了两次决定')),
    ...twice(record.delivered.map(({ stepNo }) => stepNo)).map((stepNo) => doubled(stepNo, '案卷记录了两次送达')),
    ...twice(record.answers.map(answerKey)).map((key) => doubled(key, '案卷记录了两次收到')),
    ...twice(histories.actIds).map((actId) => doubled(actId, '流程引擎接受了两次')),
  ]);

const doubled = (where: string, what: string): Finding => ({ key: where, where, what });

const differing = ({ units, record, histories }: Accounts): readonly (keyof Figures)[] =>
  figureNames.filter((name) => new Set([units, record, histories].map(({ figures }) => figures[name])).size > 1);

const figureNames = ['cases', 'requests', 'reminders', 'escalations', 'liftsConfirmed'] as const satisfies readonly (keyof Figures)[];

const twice = (keys: readonly string[]): readonly string[] => keys.filter((key, index) => keys.indexOf(key) < index);

const onceEach = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ key }, index) => findings.findIndex((one) => one.key === key) === index);
