import { router, signedIn } from '../trpc.ts'
import { chooseHat } from './choose-hat.ts'
import { chooseLanguage } from './choose-language.ts'
import { ChooseHatInput, ChooseLanguageInput, SignOutEverywhereInput } from './hat-input.ts'
import { me } from './me.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

export const accessRouter = router({
  me: signedIn.query(({ ctx }) => me(ctx.signedIn)),

  chooseHat: signedIn.input(ChooseHatInput).mutation(({ ctx, input }) => chooseHat(ctx.signedIn, input)),

  chooseLanguage: signedIn.input(ChooseLanguageInput).mutation(({ ctx, input }) => chooseLanguage(ctx.signedIn, input)),

  signOutEverywhere: signedIn.input(SignOutEverywhereInput).mutation(({ ctx }) => signOutEverywhere(ctx.signedIn)),
})
