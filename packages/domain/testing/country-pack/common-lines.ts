import type { ItemLines } from './described-person.ts'

/** What everybody has in every country, whatever its pack: no pack takes the place of these. */
export const EVERYBODY: ItemLines = `
  prison d-3 s2 housing-way-from-gate
  community h+24 s- housing-first-night-known
  prison d-2 s2 health-letter
  prison d-2 s1 support-one-number
  prison d-3 s2 support-phone
  prison d-14 s3 support-who-else
  person d-7 s3 support-own-words
  community h+24 s- support-first-contact`

/** Proof of identity, where the pack has none of its own. */
export const ID: ItemLines = 'prison d-56 s7 documents-id'
export const HAS_ID: ItemLines = 'prison d-56 s7 documents-id done'
export const RELEASE_PAPER: ItemLines = 'prison d0 s- documents-release-paper'
export const MONEY: ItemLines = 'prison d-2 s1 benefits-money-for-first-days'
export const DOCTOR: ItemLines = 'community h+336 s- health-doctor'

export const OMT: ItemLines = `
  prison d-3 s1 omt-confirm-regime
  prison d-14 s1 omt-name-prescriber
  prison d-10 s2 omt-name-dosing-point
  prison d-7 s- omt-confirm-dosing-hours
  prison d-2 s1 omt-confirmation-letter
  prison d-5 s- omt-book-first-dose`
/** Medicine that is taken again and again, beside OMT. */
export const DOSES: ItemLines = `
  prison d-1 s- omt-cover-until-first-dose
  community h+168 s- omt-safe-storage
  community h+48 s- omt-first-dose`
export const INJECTION: ItemLines = 'prison d-5 s- omt-book-next-injection'
export const WANTS_OMT: ItemLines = `
  prison d-14 s1 omt-name-prescriber
  prison d-21 s3 omt-request-assessment
  community h+504 s- omt-start-treatment`
export const NALOXONE: ItemLines = `
  prison d-14 s1 naloxone-train
  prison d-7 s1 naloxone-put-kit-in-property
  prison d0 s- naloxone-hand-over-kit
  prison d-7 s2 naloxone-overdose-plan`

/** No bed is known, and somebody has asked. The early referral is beside it, where no pack has its own. */
export const HOMELESS: ItemLines = `
  prison d-7 s2 housing-first-night
  community h+72 s- housing-first-week
  community h+168 s- housing-first-month`
export const REFER_EARLY: ItemLines = 'prison d-56 s3 housing-refer-early'
export const LETTERS: ItemLines = 'prison d-14 s7 documents-letters-address'

/** The claim's steps that no pack takes the place of everywhere; each country's lines add its own. */
export const ACCOUNT: ItemLines = 'prison d-28 s- benefits-bank-account'
export const EVIDENCE: ItemLines = 'prison d-21 s- benefits-collect-evidence'
export const PREPARE: ItemLines = 'prison d-14 s- benefits-prepare-claim'
export const APPOINTMENT: ItemLines = 'prison d-5 s- benefits-book-appointment'
export const COVER: ItemLines = 'prison d-7 s3 benefits-health-cover'

/** A course that must not break: of which illness stands nowhere. */
export const COURSE: ItemLines = `
  prison d-1 s2 health-course-in-hand
  prison d-14 s3 health-course-who-continues
  community h+336 s- health-course-appointment-kept`
export const OTHER_MEDICINE: ItemLines = `
  prison d-1 s2 health-medicine-in-hand
  prison d-14 s3 health-who-continues`
export const PREGNANT: ItemLines = 'prison d-14 s1 health-pregnancy-care'
export const STORE: ItemLines = `
  prison d-14 s7 belongings-inventory
  person h+72 s- belongings-collect`
export const KEEPS_HOME: ItemLines = 'prison d-28 s3 housing-keep-my-home'
export const KEEPS_JOB: ItemLines = 'prison d-28 s3 work-keep-my-job'
export const NO_JOB: ItemLines = 'community h+336 s- work-first-lead'
export const DEBTS: ItemLines = 'community h+672 s- support-debts'
export const CHILDREN: ItemLines = 'prison d-14 s7 support-children'
export const INTERPRETER: ItemLines = 'prison d-5 s2 support-interpreter'
export const CONDITIONS: ItemLines = 'prison d-3 s- documents-licence-conditions'
export const REFER_PARTNER: ItemLines = 'community d-7 s- partner-refer'
export const ASK_PARTNER: ItemLines = 'prison d-21 s- partner-ask-alone'
export const NO_PHONE: ItemLines = 'prison d-2 s1 support-way-to-reach'
export const RECALLED: ItemLines = 'prison d-21 s3 support-what-happened-last-time'
export const COURT: ItemLines = 'prison d-1 s2 support-court-day'
export const RIGHT_TO_STAY: ItemLines = 'prison d-28 s7 documents-right-to-stay'
export const AFTER_AWAY: ItemLines = 'prison d-14 s- health-after-treatment-away'

/** Of whom nothing has been asked. */
export const UNASKED: ItemLines = `
  prison d-28 s1 omt-ask
  prison d-56 s1 housing-ask`
