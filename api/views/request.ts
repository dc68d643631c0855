import type { z } from 'zod';
import { actionOf } from '../../domain/catalogue/index.ts';
import { lastDayOf, type Measure } from '../../domain/measure/measure.ts';
import { paperKinds, type PaperRef } from '../../domain/paper/paper.ts';
import type { RequestRow } from '../../domain/ports/reader.ts';
import { assertNever } from '../../domain/result.ts';
import type { MeasureView, PaperRefView, RequestView } from '../contract/views.ts';
import { clockView } from './clock.ts';
import type { Names } from './names.ts';
import { measureInWords } from './words.ts';

/** A request as its case, or the unit that is asked, sees it. */
export const requestView = (row: RequestRow, names: Names): z.input<typeof RequestView> => {
  const { state, caseId, unit, phase, awaiting, details, ended, dueAt } = row;
  const { requestNo, actionId, subject } = state.file;
  const { title, source } = actionOf(actionId);
  const subjectName = names.party(subject)?.name;
  const exchange = state.status === 'exchanging' ? state.exchange : undefined;
  return {
    requestNo,
    caseId,
    actionId,
    title,
    source,
    unit,
    unitName: names.unit(unit),
    subject,
    ...(subjectName !== undefined && { subjectName }),
    phase,
    awaiting,
    details,
    ended,
    openedAt: state.openedAt,
    ...(state.servedAt !== undefined && { servedAt: state.servedAt }),
    ...(dueAt !== undefined && { nextDueAt: dueAt }),
    ...(exchange !== undefined && {
      openStep: {
        step: exchange.step,
        stepNo: exchange.stepNo,
        papers: exchange.papers.map(paperRefView),
        ...(exchange.clock !== undefined && { clock: clockView(exchange.clock) }),
      },
    }),
    measures: measuresOf(row, names),
    reviews: state.reviews.map(({ replyNo, overdue, clock }) => ({ replyNo, overdue, clock: clockView(clock) })),
  };
};

export const measuresOf = ({ state, unit }: RequestRow, names: Names): z.input<typeof MeasureView>[] =>
  state.measures.map((measure) => {
    const { lineNo, property: propertyId, registrationNo, status } = measure;
    const property = propertyWords(propertyId, names);
    return {
      requestNo: state.file.requestNo,
      unit,
      unitName: names.unit(unit),
      lineNo,
      propertyId,
      status,
      statusTitle: measureInWords[status],
      registrationNo,
      ...standing(measure),
      ...(property !== undefined && { property }),
    };
  });

export const paperRefView = ({ paperId, kind }: PaperRef): z.input<typeof PaperRefView> => ({
  paperId,
  kind,
  title: paperKinds[kind].title,
});

const standing = (measure: Measure): Partial<z.input<typeof MeasureView>> => {
  switch (measure.status) {
    case 'waiting':
      return { rank: measure.rank };
    case 'inForce': {
      const { rank, effectiveAt, endsAt } = measure;
      return { rank, effectiveAt, endsAt, lastDay: lastDayOf(endsAt) };
    }
    case 'lapsed':
      return { endedAt: measure.endedAt, cleared: measure.cleared };
    case 'lifted':
      return { liftedAt: measure.liftedAt };
    default:
      return assertNever(measure);
  }
};

const propertyWords = (propertyId: string, names: Names): z.input<typeof MeasureView>['property'] => {
  const property = names.property(propertyId);
  if (property === undefined) return undefined;
  const { propertyNo, location, certificateNo, areaSquareMetres } = property;
  return {
    propertyNo,
    location,
    ...(certificateNo !== undefined && { certificateNo }),
    ...(areaSquareMetres !== undefined && { areaSquareMetres }),
  };
};
