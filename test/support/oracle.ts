import { addDays, addMs, atTime, earliest, type Instant } from '../../domain/calendar/instant.ts';
import type { LimitId } from '../../domain/time-limit/time-limit.ts';
import { acted, clockOf, due, dueOf, inOrderOfTime, lastDayBefore, morningAfter, rungAfter, type Expected } from './legal-days.ts';

/*
 * On which day each event must fall, worked out from calendar, limits and a script of what persons and units do. It knows nothing of
 * how the processes decide: what they record is compared with it, played purely or on the real server.
 */

/** What a unit says and when. A seal without `until` is entered for as long as the law allows. */
export type Said = { readonly at: Instant; readonly says: string; readonly until?: Instant };

/** One request: when it reaches the unit, what the unit says, and when persons sign what the clock proposes. */
export interface Script {
  readonly action: 'C01-1' | 'C04-1' | 'C08-1' | 'C09-2' | 'C14-1' | 'C14-2';
  readonly carrier?: 'electronic' | 'paper';
  readonly servedAt: Instant;
  /** In order of time. Nothing is silence. */
  readonly unit: readonly Said[];
  readonly orderSignedAt?: Instant;
  readonly renewalSignedAt?: Instant;
  readonly liftSignedAt?: Instant;
  readonly clearingSignedAt?: Instant;
  readonly urgingEndedAt?: Instant;
  /** When the court asks no longer, for everything owed has come in. */
  readonly withdrawnAt?: Instant;
  /** How far the record is looked at. */
  readonly until: Instant;
}

/** Every event of one request's record, from its opening to `until`. */
export const expectedDays = (script: Script): readonly Expected[] => {
  const { servedAt, unit, until } = script;
  const exchanges = exchangesOf(script);
  const heard = unit.filter(({ at }) => at <= until);
  return inOrderOfTime([
    acted(servedAt, 'RequestOpened'),
    ...exchanges.flatMap((exchange) => expectedOfExchange(script, exchange, heard)),
    ...endOf(script),
    ...(script.action === 'C14-2' ? expectedOfSeal(heard) : []),
  ]).filter(({ at }) => at <= until);
};

/** Every event of the record of the criminal chain: the police's own request, and the one to the procuratorate if it is made. */
export const expectedChain = (police: Script, procuratorate?: Script): readonly Expected[] => {
  const silentFrom = dueOf(lastTermOfPolice(police), police.servedAt);
  const lastWord = police.unit.find(({ says }) => says === 'caseFiled' || says === 'caseNotFiled');
  const notice = procuratorate?.unit.find(({ says }) => says === 'noticeToFile');
  const filed = police.unit.find(({ says }) => says === 'caseFiled')?.at;
  const ignoredFrom = notice === undefined ? undefined : dueOf('T57b', notice.at);
  const heard = [...police.unit, ...(procuratorate?.unit ?? [])].flatMap(({ at, says }) =>
    wordOfChain[says] === undefined ? [] : [acted(at, wordOfChain[says])],
  );
  return inOrderOfTime([
    acted(police.servedAt, 'ReferralOpened'),
    acted(police.servedAt, 'PoliceServed'),
    ...(lastWord === undefined || lastWord.at >= silentFrom ? [due(silentFrom, 'PoliceSilent')] : []),
    ...(procuratorate === undefined ? [] : [acted(procuratorate.servedAt, 'SupervisionServed')]),
    ...heard,
    ...(ignoredFrom !== undefined && (filed === undefined || filed >= ignoredFrom) ? [due(ignoredFrom, 'PoliceIgnoredNotice')] : []),
  ]).filter(({ at }) => at <= police.until);
};

const wordOfChain: Readonly<Record<string, string>> = {
  caseAccepted: 'PoliceAccepted',
  caseComplex: 'PoliceCalledComplex',
  caseFiled: 'PoliceFiled',
  caseNotFiled: 'PoliceDidNotFile',
  reasonsRequested: 'ReasonsRequested',
  noticeToFile: 'NoticeToFile',
  reasonsHold: 'ReasonsHold',
};

interface Exchange {
  readonly from: Instant;
  /** Another exchange takes its place. */
  readonly to: Instant;
  readonly limit: LimitId;
  readonly answeredBy: readonly string[];
}

const exchangesOf = (script: Script): readonly Exchange[] => {
  const { servedAt, renewalSignedAt, liftSignedAt, clearingSignedAt, urgingEndedAt, withdrawnAt } = script;
  const control: LimitId = script.carrier === 'paper' ? 'D-control-paper' : 'D-control-electronic';
  const exchange = (from: Instant | undefined, limit: LimitId, ...answeredBy: readonly string[]) =>
    from === undefined ? [] : [{ from, limit, answeredBy }];
  const opened = [
    ...exchange(servedAt, script.action === 'C14-2' ? control : termsOfAnswer[script.action], ...answersToService),
    ...exchange(renewalSignedAt, control, 'renewed'),
    ...exchange(liftSignedAt, 'D-lift', 'lifted', 'markCleared'),
    ...exchange(clearingSignedAt, 'D-lift', 'lifted', 'markCleared'),
  ];
  const end = earliest(urgingEndedAt, withdrawnAt) ?? endOfTime;
  return opened.map((one, index) => ({ ...one, to: opened[index + 1]?.from ?? end }));
};

const endOf = ({ urgingEndedAt, withdrawnAt }: Script): readonly Expected[] => [
  ...(urgingEndedAt === undefined ? [] : [...carried(urgingEndedAt), acted(urgingEndedAt, 'RequestEnded')]),
  ...(withdrawnAt === undefined ? [] : [acted(withdrawnAt, 'RequestEnded')]),
];

const termsOfAnswer = { 'C01-1': 'D-urge', 'C04-1': 'D-query', 'C14-1': 'D-query', 'C08-1': 'T55', 'C09-2': 'T57a' } as const;

const answersToService = [
  'records',
  'noRecord',
  'registered',
  'notControlled',
  'urged',
  'noted',
  'caseFiled',
  'caseNotFiled',
  'noticeToFile',
  'reasonsHold',
];

const endOfTime = '9999' as Instant;

const expectedOfExchange = (script: Script, exchange: Exchange, heard: readonly Said[]): readonly Expected[] => {
  const { from, to } = exchange;
  const said = heard.filter(({ at }) => at >= from && at < to);
  const answer = said.find(({ says }) => exchange.answeredBy.includes(says));
  const over = earliest(answer?.at, to) ?? to;
  const order = script.orderSignedAt;
  const ordered = order !== undefined && order >= from && order < over ? order : undefined;
  const pressure = pressureOf(script, exchange, said).filter(({ at }) => at < over && (ordered === undefined || at <= ordered));
  const ignored = order === undefined ? [] : [due(morningAfter(clockOf('D-order', order).lastDay), 'OrderIgnored')];
  return [
    ...carried(from),
    ...said.filter(({ says }) => !exchange.answeredBy.includes(says)).map(({ at }) => acted(at, 'AnswerReceived')),
    ...pressure,
    ...(ordered === undefined ? [] : [...carried(ordered), ...ignored.filter(({ at }) => at < over)]),
    ...(answer === undefined ? [] : answered(answer)),
  ];
};

/** A step that is decided and reaches the unit in the same moment. */
const carried = (at: Instant): readonly Expected[] => [acted(at, 'StepDecided'), acted(at, 'StepDelivered')];

/** What silence and refusal lead to, as if nobody signed anything. */
const pressureOf = (script: Script, { from, limit }: Exchange, said: readonly Said[]): readonly Expected[] => {
  const refused = said.find(({ says }) => says === 'refused')?.at;
  const extended = said.find(({ at, says }) => says === 'reasonsRequested' || (says === 'caseComplex' && at < dueOf(limit, from)))?.at;
  const more = extended === undefined ? [] : [acted(extended, 'TermExtended')];
  if (script.action === 'C08-1') {
    const end = dueOf(lastTermOfPolice(script), from);
    return [...more, due(end, 'TermPassed'), due(end, 'ChainInformed')];
  }
  const { lastDay } = clockOf(limit, extended === undefined || limit !== 'T57a' ? from : extended);
  const reminder = morningAfter(lastDay);
  const reminded = [due(reminder, 'TermPassed'), due(reminder, 'StepDecided'), acted(reminder, 'StepDelivered')];
  const isOffice = script.action === 'C01-1' || script.action === 'C09-2';
  if (isOffice)
    return [
      ...more,
      ...(refused === undefined ? [...reminded, due(rungAfter(reminder), 'ReportedToOffice')] : [acted(refused, 'ReportedToOffice')]),
    ];
  const drawnUp = refused ?? rungAfter(reminder);
  const before = refused === undefined ? reminded : reminded.filter(({ at }) => at < refused);
  const proposed = refused === undefined ? due(drawnUp, 'OrderDrawnUp') : acted(drawnUp, 'OrderDrawnUp');
  return [...before, proposed, due(rungAfter(drawnUp), 'OrderAwaitsSignature')];
};

const answered = ({ at, says }: Said): readonly Expected[] => {
  const ends = ['records', 'noRecord', 'notControlled', 'caseFiled', 'noticeToFile', 'reasonsHold', 'lifted', 'markCleared'].includes(says);
  const changed = changeOf[says];
  return [
    acted(at, 'AnswerReceived'),
    ...(changed === undefined ? [] : [acted(at, changed)]),
    acted(at, ends ? 'RequestEnded' : 'ExchangeClosed'),
  ];
};

const changeOf: Readonly<Record<string, string>> = {
  registered: 'MeasureRegistered',
  renewed: 'MeasureRenewed',
  lifted: 'MeasureLifted',
  markCleared: 'MarkCleared',
};

/** Four alarms and the end of each term of the seal, as far as it is neither renewed nor lifted before. */
const expectedOfSeal = (heard: readonly Said[]): readonly Expected[] => {
  const registered = heard.find(({ says }) => says === 'registered');
  if (registered === undefined) return [];
  const first = registered.until ?? dueOf('T14', registered.at);
  const renewed = heard.find(({ at, says }) => says === 'renewed' && at < first);
  const over = heard.find(({ says }) => says === 'lifted')?.at ?? endOfTime;
  if (renewed === undefined) return endOfTerm(first, over);
  const second = renewed.until ?? dueOf('T14', addMs(first, -1));
  return [...endOfTerm(first, earliest(renewed.at, over) ?? over), ...endOfTerm(second, over).filter(({ at }) => at > renewed.at)];
};

const endOfTerm = (end: Instant, over: Instant): readonly Expected[] =>
  [...[15, 7, 3, 1].map((days) => due(atTime(addDays(lastDayBefore(end), -days), 9), 'MeasureEndNear')), due(end, 'MeasureLapsed')].filter(
    ({ at }) => at < over,
  );

const lastTermOfPolice = ({ servedAt, unit }: Script): LimitId =>
  unit.some(({ at, says }) => says === 'caseComplex' && at < dueOf('T55', servedAt)) ? 'T55-complex' : 'T55';
