import { startOfDay, type Instant } from '../calendar/instant.ts';
import { termsOf } from '../time-limit/terms.ts';
import type { CaseFile, CourtDuty } from './case.ts';
import type { CaseEvent } from './events.ts';
import { openCase } from './evolve.ts';
import { drawUp } from './draw-up.ts';

/**
 * What filing sets in motion: the court's own terms begin to run, the notices to each debtor are drawn up, and the registry is to be
 * asked who must answer. The first measure need not wait for the notice.
 *
 * @see CPLI 480; CPL 251–252; EPI 22; ER 63; PI 1, 3
 */
export const fileCase = (file: CaseFile, at: Instant): readonly CaseEvent[] => {
  const debtors = file.parties.filter(({ role }) => role === 'debtor').map(({ partyId }) => partyId);
  const terms = termsOf(file.lawPack);
  const notice = terms.clock('T03', startOfDay(file.appliedOn));
  const duties: readonly CourtDuty[] = [
    ...debtors.map((debtor): CourtDuty => ({ limitId: 'T03', clock: notice, status: 'open', debtor })),
    { limitId: 'T09', clock: terms.clock('T09', at), status: 'open' },
  ];
  const planning = [{ trigger: 'caseFiled', subjects: file.parties.map(({ partyId }) => partyId), properties: [] }] as const;
  const filed = { type: 'CaseFiled', at, file, duties, planning } as const;
  return drawUp(
    openCase(filed),
    at,
    debtors.map((debtor) => ({ purpose: { kind: 'noticeToDebtor', debtor }, papers: ['enforcementNotice', 'propertyReportOrder'] })),
    [filed],
  );
};
