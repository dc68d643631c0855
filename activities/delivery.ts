import { dateOf, type Instant } from '../domain/calendar/instant.ts';
import { actionOf } from '../domain/catalogue/index.ts';
import { courtWithCode } from '../domain/enforcement-case/courts.ts';
import type { CaseNumber } from '../domain/enforcement-case/case-number.ts';
import { lastDayOf, type Measure } from '../domain/measure/measure.ts';
import type { AssistanceRequest, RequestFile, StepNo } from '../domain/assistance/request.ts';
import type { Errand } from '../domain/process/process.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import type { RecordReader } from '../domain/ports/reader.ts';
import type { Delivery, DeliveryLine, DeliveryPaper, DeliverySubject } from '../domain/ports/unit-channel.ts';
import { termsOf } from '../domain/time-limit/terms.ts';
import type { PaperContent } from '../documents/content.ts';
import { renderHtml } from '../documents/html.ts';
import { inWords } from './matter.ts';
import { sealTerm } from './seal-term.ts';

export type DeliverErrand = Extract<Errand, { readonly kind: 'deliver' }>;

/**
 * Puts together what a unit is given to read, from the dossier: the subject, the things concerned, and the issued papers word for
 * word. It is made anew at every attempt and never kept.
 *
 * @throws when a paper is not issued: a request without its approved paper cannot leave
 */
export const deliveryOf = async (
  { outgoing, file, originalStepNo }: DeliverErrand,
  dossier: DossierReader,
  reader: RecordReader,
  sentAt: Instant,
): Promise<Delivery> => {
  const [filed, row, kase] = await Promise.all([
    dossier.caseDossier(file.caseId),
    reader.request(file.requestNo),
    reader.case(file.caseId),
  ]);
  const handler = kase === undefined ? undefined : await dossier.staff(kase.handler);
  const subject = await subjectOf(file, dossier);
  const answerBy = answerDay(file, outgoing.step, row?.state, sentAt);
  return {
    stepNo: outgoing.stepNo,
    ...(originalStepNo !== undefined && { originalStepNo: originalStepNo as StepNo }),
    requestNo: file.requestNo,
    step: outgoing.step,
    actionId: file.actionId,
    court: { code: file.court, name: courtWithCode(file.court)?.name ?? file.court },
    caseNumber: (filed?.caseNumber ?? '') as CaseNumber,
    unit: file.unit,
    ...(subject !== undefined && { subject }),
    lines: await linesOf(file, outgoing.step, row?.state.measures ?? [], dossier, sentAt),
    papers: await Promise.all(outgoing.papers.map(({ paperId }) => issuedPaper(paperId, reader))),
    ...(answerBy !== undefined && { answerBy }),
    sentAt,
    contact: `${handler?.name ?? '承办人'} ${handler?.phone ?? ''}`.trim(),
  };
};

const subjectOf = async (file: RequestFile, dossier: DossierReader): Promise<DeliverySubject | undefined> => {
  const person = await dossier.party(file.subject);
  if (person === undefined) return undefined;
  const { kind, name, idType, idNo } = person;
  return { partyId: file.subject, category: kind, name, idType, idNo };
};

/** A reminder repeats the day that has passed; every other step names the day its own term gives. */
const answerDay = (file: RequestFile, step: Delivery['step'], state: AssistanceRequest | undefined, sentAt: Instant) => {
  if (step === 'endOfUrging') return undefined;
  if (step === 'reminder') return state?.status === 'exchanging' ? state.exchange.clock?.lastDay : undefined;
  const terms = termsOf(file.lawPack);
  const limit = step === 'order' ? 'D-order' : step === 'lift' || step === 'clearing' ? 'D-lift' : actionOf(file.actionId).term.electronic;
  return terms.clock(limit, sentAt).lastDay;
};

const linesOf = async (
  file: RequestFile,
  step: Delivery['step'],
  measures: readonly Measure[],
  dossier: DossierReader,
  sentAt: Instant,
): Promise<readonly DeliveryLine[]> =>
  Promise.all(
    file.lines.map(async ({ lineNo, property }): Promise<DeliveryLine> => {
      const thing = await dossier.property(property);
      const measure = measures.find((candidate) => candidate.lineNo === lineNo);
      const startsOn = step === 'renewal' && measure?.status === 'inForce' ? lastDayOf(measure.endsAt) : dateOf(sentAt);
      const asksTerm = step === 'service' || step === 'renewal';
      const endsOn = asksTerm ? sealTerm(file.lawPack, actionOf(file.actionId), startsOn) : undefined;
      return {
        lineNo,
        object: thing === undefined ? property : inWords(thing),
        ...(endsOn !== undefined && { startsOn, endsOn }),
        ...(measure !== undefined && { registrationNo: measure.registrationNo }),
      };
    }),
  );

const issuedPaper = async (paperId: string, reader: RecordReader): Promise<DeliveryPaper> => {
  const paper = await reader.paper(paperId);
  if (paper?.number === undefined || paper.contentHash === undefined || paper.content === undefined)
    throw new Error(`Paper ${paperId} is not issued, and nothing leaves without its paper`);
  const content = paper.content as PaperContent;
  return {
    paperId: paper.paperId as DeliveryPaper['paperId'],
    kind: paper.kind as DeliveryPaper['kind'],
    title: content.title,
    number: paper.number,
    contentHash: paper.contentHash,
    html: renderHtml(content),
  };
};
