import {
  OverrideSharingInput,
  RecordConsentInput,
  SharingOfCaseInput,
  WithdrawConsentInput,
} from '@throughcare/domain/consent/consent-inputs'
import { allowed, router } from '../trpc.ts'
import { getSharing } from './get-sharing.ts'
import { overrideSharing } from './override-sharing.ts'
import { recordConsent } from './record-consent.ts'
import { withdrawConsent } from './withdraw-consent.ts'

/** What of a case may be shared with whom. */
export const consentRouter = router({
  byEpisode: allowed('consent.by-episode')
    .input(SharingOfCaseInput)
    .query(({ ctx, input }) => getSharing(ctx.actor, input)),
  record: allowed('consent.record')
    .input(RecordConsentInput)
    .mutation(({ ctx, input }) => recordConsent(ctx.actor, input)),
  withdraw: allowed('consent.withdraw')
    .input(WithdrawConsentInput)
    .mutation(({ ctx, input }) => withdrawConsent(ctx.actor, input)),
  override: allowed('consent.override')
    .input(OverrideSharingInput)
    .mutation(({ ctx, input }) => overrideSharing(ctx.actor, input)),
})
