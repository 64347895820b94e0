import { EndMembershipInput, MembersOfServiceInput } from '@throughcare/domain/access/end-membership-input'
import {
  ChangeMemberInput,
  EndSessionInput,
  InviteInput,
  MakeResetInput,
  RecordContactInput,
} from '@throughcare/domain/access/member-inputs'
import { allowed, allowedAfterStepUp, router, signedIn } from '../trpc.ts'
import { chooseHat } from './choose-hat.ts'
import { chooseLanguage } from './choose-language.ts'
import { changeMember, endMembership } from './end-membership.ts'
import { ChooseHatInput, ChooseLanguageInput, SignOutEverywhereInput } from './hat-input.ts'
import { invite, makeReset } from './invite.ts'
import { listMembers } from './list-members.ts'
import { me } from './me.ts'
import { endSession, ownSignIn } from './own-sign-in.ts'
import { recordMemberContact } from './record-member-contact.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

/** What somebody does about their own session, with or without a hat; and the hats of a service, for administrators and its managers. */
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

  invite: allowedAfterStepUp('access.invite')
    .input(InviteInput)
    .mutation(({ ctx, input }) => invite(ctx.actor, input)),
  changeMember: allowedAfterStepUp('access.change-member')
    .input(ChangeMemberInput)
    .mutation(({ ctx, input }) => changeMember(ctx.actor, input)),
  makeReset: allowedAfterStepUp('access.make-reset')
    .input(MakeResetInput)
    .mutation(({ ctx, input }) => makeReset(ctx.actor, input)),
  recordContact: allowed('access.record-contact')
    .input(RecordContactInput)
    .mutation(({ ctx, input }) => recordMemberContact(ctx.actor, input)),
  sessions: signedIn.meta({ action: 'access.sessions' }).query(({ ctx }) => ownSignIn(ctx.signedIn)),
  endSession: signedIn
    .meta({ action: 'access.end-session' })
    .input(EndSessionInput)
    .mutation(({ ctx, input }) => endSession(ctx.signedIn, input)),
  endMembership: allowedAfterStepUp('access.end-membership')
    .input(EndMembershipInput)
    .mutation(({ ctx, input }) => endMembership(ctx.actor, input)),
})
