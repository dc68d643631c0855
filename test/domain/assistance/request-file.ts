import type { RegisteredLine } from '../../../domain/assistance/answer.ts';
import type { ReportTo, RequestFile, RequestNo } from '../../../domain/assistance/request.ts';
import { actionOf, type ActionId } from '../../../domain/catalogue/index.ts';
import type { CourtCode } from '../../../domain/enforcement-case/courts.ts';
import { newestLawPackId } from '../../../domain/law-pack/published-packs.ts';
import type { PropertyId } from '../../../domain/measure/measure.ts';
import type { PaperKind, PaperRef } from '../../../domain/paper/paper.ts';
import { paperIdOf } from '../../../domain/paper/paper.ts';
import type { PartyId } from '../../../domain/party/party.ts';
import type { Channel, UnitCode } from '../../../domain/unit/unit.ts';
import { moment, story, type Story } from '../../support/story.ts';

/** A request in the third matter of case 123, with as many lines as are named. */
export const aRequestFile = (
  actionId: ActionId,
  facts: { readonly lines?: number; readonly channels?: readonly Channel[] } = {},
): RequestFile => ({
  requestNo: '2026-yun2301-zhi-123/3' as RequestNo,
  caseId: '2026-yun2301-zhi-123',
  court: '云2301' as CourtCode,
  actionId,
  unit: 'cx-demo-unit' as UnitCode,
  channels: facts.channels ?? ['rest'],
  subject: 'p-1' as PartyId,
  specialSubject: false,
  lines: Array.from({ length: facts.lines ?? (actionOf(actionId).kind === 'control' ? 1 : 0) }, (_, index) => ({
    lineNo: index + 1,
    property: `w-${index + 1}` as PropertyId,
  })),
  lawPack: newestLawPackId,
  reportTo: ['case/2026-yun2301-zhi-123' as ReportTo],
});

/** Monday 2 March 2026, nine in the morning: the request is served the moment it is opened. */
export const served = (actionId: ActionId, facts: Parameters<typeof aRequestFile>[1] = {}, from = '2026-03-02 09:00'): Story =>
  story(from).asked(aRequestFile(actionId, facts), papersOf(...actionOf(actionId).papers));

export const papersOf = (...kinds: readonly PaperKind[]): readonly PaperRef[] =>
  kinds.map((kind, index) => ({ paperId: paperIdOf('2026-yun2301-zhi-123.p9', index + 1), kind }));

export const theOrder: PaperRef = { paperId: paperIdOf('2026-yun2301-zhi-123.p10.1'), kind: 'orderToAssist' };

/** A seal in force from one moment to another, first in rank unless said otherwise. */
export const sealed = (lineNo: number, from: string, to: string, rank = 1): RegisteredLine => ({
  lineNo,
  standing: 'inForce',
  registrationNo: `cf-${lineNo}`,
  effectiveAt: moment(from),
  endsAt: moment(to),
  rank,
});

export const waiting = (lineNo: number, rank: number): RegisteredLine => ({
  lineNo,
  standing: 'waiting',
  registrationNo: `cf-${lineNo}`,
  rank,
});
