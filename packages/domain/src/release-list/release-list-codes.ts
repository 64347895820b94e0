import type { Medicine } from '../medication/medication-codes.ts'
import { SEXES, type Sex } from '../person/sexes.ts'
import { CERTAINTIES, type Certainty, LEGAL_STATUSES, type LegalStatus } from '../release/release-codes.ts'

/** The words of a release list, and the codes they stand for. Written in lower case; the file may use any. */

/** `remand`, `convicted_unsentenced`, … */
export const LEGAL_STATUS_IN_LIST: ReadonlyMap<string, LegalStatus> = withUnderscores(LEGAL_STATUSES)

/** `confirmed`, `expected`, `could_be_any_day`. */
export const CERTAINTY_IN_LIST: ReadonlyMap<string, Certainty> = withUnderscores(CERTAINTIES)

export const SEX_IN_LIST: ReadonlyMap<string, Sex> = withUnderscores(SEXES)

/**
 * The medicine and its form, never an amount: `methodone 60` is refused, because software that guesses at a medicine
 * or reads a number beside one is dangerous.
 */
export const MEDICINE_IN_LIST: ReadonlyMap<string, Medicine> = new Map([
  ['methadone', 'methadone'],
  ['levomethadone', 'levomethadone'],
  ['buprenorphine_sublingual', 'buprenorphine-sublingual'],
  ['buprenorphine_weekly', 'buprenorphine-weekly-depot'],
  ['buprenorphine_weekly_depot', 'buprenorphine-weekly-depot'],
  ['buprenorphine_monthly', 'buprenorphine-monthly-depot'],
  ['buprenorphine_monthly_depot', 'buprenorphine-monthly-depot'],
  ['buprenorphine_26_day', 'buprenorphine-26-day-depot'],
  ['buprenorphine_26_day_depot', 'buprenorphine-26-day-depot'],
  ['slow_release_morphine', 'slow-release-morphine'],
  ['other', 'other'],
])

export const YES_NO_IN_LIST: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
])

function withUnderscores<Code extends string>(codes: readonly Code[]): ReadonlyMap<string, Code> {
  return new Map(codes.map((code) => [code.replaceAll('-', '_'), code]))
}
