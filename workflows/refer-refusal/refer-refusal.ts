import { continueAsNew } from '@temporalio/workflow';
import type { ReferralOccurrence } from '../../domain/referral/decide.ts';
import type { ReferralEvent } from '../../domain/referral/events.ts';
import { referralAddress, referralProcess } from '../../domain/referral/process.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { signalsInWords, type Carried, type SignalBodies } from '../messages/messages.ts';
import { followProcess, type Procedure } from '../support/process-loop.ts';

/**
 * Follows a refusal to perform through police and procuratorate: served on the police, filed or not filed or met with silence, taken to
 * the procuratorate, filed on its notice. It owns the chain only; every letter in it is a request of its own that reports here.
 */
export async function referRefusal({ carried }: { readonly carried: Carried }): Promise<void> {
  const { referralNo } = (carried.state as Referral).file;
  const end = await followProcess(chain(referralAddress(referralNo)), carried);
  if (end.kind === 'full') await continueAsNew<typeof referRefusal>({ carried: end.carried });
}

const chain = (stream: string): Procedure<Referral, ReferralEvent, ReferralOccurrence, never> => ({
  kind: referralProcess,
  stream,
  acts: {},
  onAct: (_act, at) => ({ type: 'due', at }),
  signals: {
    report: { inWords: signalsInWords.report, means: (body, at) => ({ type: 'report', at, report: body as SignalBodies['report'] }) },
  },
  onDue: (at) => ({ type: 'due', at }),
  bear: () => Promise.resolve(),
});
