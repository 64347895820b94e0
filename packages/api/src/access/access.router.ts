import { EndMembershipInput, MembersOfServiceInput } from '@throughcare/domain/access/end-membership-input'
import { allowed, allowedAfterStepUp, router, signedIn } from '../trpc.ts'
import { chooseHat } from './choose-hat.ts'
import { chooseLanguage } from './choose-language.ts'
import { endMembership } from './end-membership.ts'
import { ChooseHatInput, ChooseLanguageInput, SignOutEverywhereInput } from './hat-input.ts'
import { listMembers } from './list-members.ts'
import { me } from './me.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

/** What somebody does about their own session, with or without a hat; and the hats of a service, for administrators. */
export const accessRouter = router({
  me: signedIn.meta({ action: 'access.me' }).query(({ ctx }) => me(ctx.signedIn)),

  chooseHat: signedIn
    .meta({ action: 'access.choose-hat' })
    .input(ChooseHatInput)
    .mutation(({ ctx, input }) => chooseHat(ctx.signedIn, input)),

  chooseLanguage: signedIn
    .meta({ action: 'access.choose-language' })
    .input(ChooseLanguageInput)
    .mutation(({ ctx, input }) => chooseLanguage(ctx.signedIn, input)),

  signOutEverywhere: signedIn
    .meta({ action: 'access.sign-out-everywhere' })
    .input(SignOutEverywhereInput)
    .mutation(({ ctx }) => signOutEverywhere(ctx.signedIn)),

  members: allowed('access.members')
    .input(MembersOfServiceInput)
    .query(({ ctx, input }) => listMembers(ctx.actor, input)),

  endMembership: allowedAfterStepUp('access.end-membership')
    .input(EndMembershipInput)
    .mutation(({ ctx, input }) => endMembership(ctx.actor, input)),
})
