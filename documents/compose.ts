import { assertNever } from '../domain/result.ts';
import { composeClosingNotice } from './closing-notice.ts';
import type { PaperContent } from './content.ts';
import { composeEnforcementAssistanceNotice } from './enforcement-assistance-notice.ts';
import { composeEnforcementNotice } from './enforcement-notice.ts';
import { composeEnforcementRuling } from './enforcement-ruling.ts';
import type { PaperFacts } from './facts.ts';
import { composeFilingSupervisionRequest } from './filing-supervision-request.ts';
import { composeInquiryAssistanceNotice } from './inquiry-assistance-notice.ts';
import { composeLiftNotice } from './lift-notice.ts';
import { composeOrderToAssist } from './order-to-assist.ts';
import { composePropertyReportOrder } from './property-report-order.ts';
import { composeTransferLetter } from './transfer-letter.ts';
import { composeUrgingEndedLetter } from './urging-ended-letter.ts';
import { composeUrgingLetter } from './urging-letter.ts';

export { composeServiceReturn } from './service-return.ts';

/** The words of any paper of a case. Pure: the same facts give the same content and so the same hash. */
export const composePaper = (facts: PaperFacts): PaperContent => {
  switch (facts.kind) {
    case 'enforcementNotice':
      return composeEnforcementNotice(facts);
    case 'propertyReportOrder':
      return composePropertyReportOrder(facts);
    case 'enforcementRuling':
      return composeEnforcementRuling(facts);
    case 'inquiryAssistanceNotice':
      return composeInquiryAssistanceNotice(facts);
    case 'enforcementAssistanceNotice':
      return composeEnforcementAssistanceNotice(facts);
    case 'urgingLetter':
      return composeUrgingLetter(facts);
    case 'urgingEndedLetter':
      return composeUrgingEndedLetter(facts);
    case 'orderToAssist':
      return composeOrderToAssist(facts);
    case 'transferLetter':
      return composeTransferLetter(facts);
    case 'filingSupervisionRequest':
      return composeFilingSupervisionRequest(facts);
    case 'liftNotice':
      return composeLiftNotice(facts);
    case 'closingNotice':
      return composeClosingNotice(facts);
    default:
      return assertNever(facts);
  }
};
