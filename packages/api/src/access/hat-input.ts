import { idOf, inputOf, RequestId } from '@throughcare/domain/request/request-fields'
import { z } from 'zod'

/** Which of one's own hats to wear from now on. Setting it twice is setting it once, so no version is asked for. */
export const ChooseHatInput = inputOf({ requestId: RequestId, membershipId: idOf('access.membershipId') })
export type ChooseHatInput = z.infer<typeof ChooseHatInput>

export const ChooseLanguageInput = inputOf({
  requestId: RequestId,
  /** A language code of two or three letters; which of them have words is for packages/i18n to say. */
  locale: z.string('access.locale.invalid').regex(/^[a-z]{2,3}$/, 'access.locale.invalid'),
})
export type ChooseLanguageInput = z.infer<typeof ChooseLanguageInput>

export const SignOutEverywhereInput = inputOf({ requestId: RequestId })
export type SignOutEverywhereInput = z.infer<typeof SignOutEverywhereInput>
