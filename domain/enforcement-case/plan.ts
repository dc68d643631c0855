import type { Instant } from '../calendar/instant.ts';
import { actionsTriggeredBy, type Action, type ActionId } from '../catalogue/index.ts';
import type { ReportTo, RequestFile, RequestNo } from '../assistance/request.ts';
import { inScope, isSpecialSubject, type PartyFlags } from '../party/party.ts';
import { addresseeOf } from '../unit/routing.ts';
import type { UnitRouting } from '../unit/unit.ts';
import { isChainOver } from '../referral/referral.ts';
import type { EnforcementCase, Planning } from './case.ts';
import { drawUp, type Draft } from './draw-up.ts';
import type { CaseEvent } from './events.ts';

/** The workflow that owns a case, as a request or a referral addresses its reports. */
export const caseAddress = (caseId: string): ReportTo => `case/${caseId}` as ReportTo;

/**
 * Works out which duties apply: every row of the catalogue that the occasion sets going, for every subject in its scope, addressed to
 * the unit that holds the duty. What nobody holds is recorded, for a clerk must know that it was not asked.
 *
 * @see domain.md §2.5
 */
export const drawUpPlan = (book: EnforcementCase, planning: Planning, units: readonly UnitRouting[], at: Instant): readonly CaseEvent[] => {
  const nobody: CaseEvent[] = [];
  const drafts: Draft[] = [];
  for (const { action, subject } of isOvertaken(book, planning) ? [] : callsFor(book, planning)) {
    const addressee = addresseeOf(action, subject, book.file.court, units);
    if (!addressee.ok) {
      nobody.push({ type: 'NobodyToAsk', at, actionId: action.id, subject: subject.partyId, problem: addressee.error });
      continue;
    }
    const requestNo = `${book.file.caseId}/${book.counted.requests + drafts.length + 1}` as RequestNo;
    const file = requestFile(book, planning, action, subject, addressee.value, requestNo);
    drafts.push({ purpose: { kind: 'request', file }, papers: action.papers });
  }
  return drawUp(book, at, drafts, [{ type: 'PlanDrawnUp', at, trigger: planning.trigger }, ...nobody]);
};

/** Between the asking and the plan the debt may have been paid, the chain have ended, or the case been closed. */
const isOvertaken = (book: EnforcementCase, { referral }: Planning): boolean => {
  if (referral === undefined) return book.status !== 'open';
  return book.status === 'closed' || book.referrals.some(({ referralNo, standing }) => referralNo === referral && isChainOver(standing));
};

const callsFor = (book: EnforcementCase, planning: Planning) => {
  const { parties } = book.file;
  const subjects = parties.filter(({ partyId }) => planning.subjects.includes(partyId));
  return actionsTriggeredBy(planning.trigger).flatMap((action) =>
    subjects
      .filter((subject) => action.scopes.some((scope) => inScope(scope, subject, parties)))
      .filter((subject) => action.concerns === undefined || action.concerns(subject))
      .filter((subject) => action.kind !== 'control' || linesOf(book, planning, action, subject).length > 0)
      .map((subject) => ({ action, subject })),
  );
};

const linesOf = (book: EnforcementCase, planning: Planning, action: Action, subject: PartyFlags): RequestFile['lines'] =>
  action.kind !== 'control'
    ? []
    : book.properties
        .filter(({ propertyId, owner, type }) => {
          return planning.properties.includes(propertyId) && owner === subject.partyId && action.controls.includes(type);
        })
        .map(({ propertyId }, index) => ({ lineNo: index + 1, property: propertyId }));

const requestFile = (
  book: EnforcementCase,
  planning: Planning,
  action: Action & { readonly id: ActionId },
  subject: PartyFlags,
  unit: UnitRouting,
  requestNo: RequestNo,
): RequestFile => {
  const { caseId, court, lawPack } = book.file;
  const own = caseAddress(caseId);
  return {
    requestNo,
    caseId,
    court,
    actionId: action.id,
    unit: unit.code,
    channels: unit.channels,
    subject: subject.partyId,
    specialSubject: isSpecialSubject(subject),
    lines: linesOf(book, planning, action, subject),
    lawPack,
    reportTo: planning.referral === undefined ? [own] : [own, `referral/${planning.referral}` as ReportTo],
  };
};
