import type { Route } from '../http/route.ts';
import { answerRequestRoute } from './answer-request.ts';
import { answerReviewRoute } from './answer-review.ts';
import { approveRoute } from './approve.ts';
import { attachEvidenceRoute } from './attach-evidence.ts';
import { closeRoute } from './close.ts';
import { declineRoute } from './decline.ts';
import { fileCaseRoute } from './file-case.ts';
import { healthRoute } from './health.ts';
import { importDocketRoute } from './import-docket.ts';
import { leapClockRoute } from './leap-clock.ts';
import { liftRoute } from './lift.ts';
import { listCasesRoute } from './list-cases.ts';
import { listUnitRequestsRoute } from './list-unit-requests.ts';
import { officeListRoute } from './office-list.ts';
import { readAuditRoute } from './read-audit.ts';
import { readCaseRoute } from './read-case.ts';
import { readClockRoute } from './read-clock.ts';
import { readClocksRoute } from './read-clocks.ts';
import { readClosingRoute } from './read-closing.ts';
import { readMeasuresRoute } from './read-measures.ts';
import { readPaperRoute } from './read-paper.ts';
import { readPapersRoute } from './read-papers.ts';
import { readPlanRoute } from './read-plan.ts';
import { readRequestRoute } from './read-request.ts';
import { readRequestsRoute } from './read-requests.ts';
import { readTimelineRoute } from './read-timeline.ts';
import { receiveReplyRoute } from './receive-reply.ts';
import { recordPaymentRoute } from './record-payment.ts';
import { recordServiceRoute } from './record-service.ts';
import { referRoute } from './refer.ts';
import { serveAgainRoute } from './serve-again.ts';

/** Everything that can be asked of the court, in the order of a case's life. */
export const routes: readonly Route[] = [
  fileCaseRoute,
  importDocketRoute,
  listCasesRoute,
  readCaseRoute,
  readTimelineRoute,
  readPlanRoute,
  readRequestsRoute,
  readMeasuresRoute,
  readClocksRoute,
  readPapersRoute,
  readClosingRoute,
  approveRoute,
  declineRoute,
  recordServiceRoute,
  recordPaymentRoute,
  attachEvidenceRoute,
  referRoute,
  liftRoute,
  closeRoute,
  readRequestRoute,
  answerReviewRoute,
  serveAgainRoute,
  readPaperRoute,
  listUnitRequestsRoute,
  answerRequestRoute,
  receiveReplyRoute,
  officeListRoute,
  readAuditRoute,
  readClockRoute,
  leapClockRoute,
  healthRoute,
];
