import type { Medicine, Rhythm } from '@throughcare/domain/medication/medication-codes'
import type { PartnerWish } from '@throughcare/domain/partner/partner-wishes'
import type { Chance } from './chance.ts'

/** What is so with somebody, whether or not anybody has asked. It stays when the person comes back. */
export type Truth = {
  omt: 'on' | 'wants' | 'no'
  prescription: Prescription
  usesOpioids: boolean
  hasHome: boolean
  bed: 'own-address' | 'with-others' | 'temporary' | 'none'
  hasId: 'has-id' | 'ordered' | 'none'
  hasPhone: boolean
  hasJob: boolean
  hasChildren: boolean
  needsBenefit: boolean
  hasOtherMedicine: boolean
  hasDebts: boolean
  hasSomebody: boolean
  isPregnant: boolean
  partnerWish: PartnerWish
  /** How much the person holds on to appointments when nothing stands in the way, 0 to 1. */
  steadiness: number
}

/** A medicine as the prescriber wrote it. */
export type Prescription = {
  medicine: Medicine
  form: string
  text: string
  rhythm: Rhythm
  weekdays: number[]
  dosesPerDay: number
  product: string | null
}

export function makeTruth(chance: Chance, country: 'GB' | 'NO' | 'DE', isWoman: boolean): Truth {
  const omt = chance.weighted({ on: 47, wants: 9, no: 44 } as const)
  const hasHome = chance.isTrue(0.38)
  return {
    omt,
    prescription: PRESCRIPTIONS[chance.weighted(PRESCRIBED[country])],
    usesOpioids: omt !== 'no' || chance.isTrue(0.42),
    hasHome,
    bed: hasHome
      ? chance.weighted({ 'own-address': 60, 'with-others': 40 } as const)
      : chance.weighted({ none: 46, temporary: 30, 'with-others': 24 } as const),
    hasId: chance.weighted({ 'has-id': 48, ordered: 27, none: 25 } as const),
    hasPhone: chance.isTrue(0.55),
    hasJob: chance.isTrue(0.09),
    hasChildren: chance.isTrue(0.41),
    needsBenefit: chance.isTrue(0.78),
    hasOtherMedicine: chance.isTrue(0.34),
    hasDebts: chance.isTrue(0.47),
    hasSomebody: chance.isTrue(0.62),
    isPregnant: isWoman && chance.isTrue(0.04),
    partnerWish: chance.weighted({ yes: 11, no: 48, 'not-asked': 41 } as const),
    steadiness: 0.35 + 0.6 * chance.next(),
  }
}

const PRESCRIPTIONS = {
  methadone: prescription(
    'methadone',
    'oral solution 1 mg/ml',
    'Methadone 1 mg/ml, 60 ml once daily, supervised',
    'daily',
  ),
  'methadone-lower': prescription(
    'methadone',
    'oral solution 1 mg/ml',
    'Methadone 1 mg/ml, 35 ml once daily, supervised',
    'daily',
  ),
  buprenorphine: prescription(
    'buprenorphine-sublingual',
    'sublingual tablet',
    'Buprenorphine 8 mg s.l. tab, 2 tabs once daily',
    'daily',
  ),
  'buprenorphine-every-other': prescription(
    'buprenorphine-sublingual',
    'sublingual tablet',
    'Buprenorphin/nalokson 16 mg/4 mg s.l., annenhver dag',
    'alternate-days',
  ),
  'buprenorphine-three': {
    ...prescription(
      'buprenorphine-sublingual',
      'sublingual tablet',
      'Buprenorphine 24 mg s.l. Mon, Wed, Fri',
      'three-a-week',
    ),
    weekdays: [1, 3, 5],
  },
  monthly: {
    ...prescription(
      'buprenorphine-monthly-depot',
      'prolonged-release injection',
      'Buvidal 96 mg s.c. monthly',
      'depot',
    ),
    product: 'Buvidal 96 mg',
  },
  weekly: {
    ...prescription('buprenorphine-weekly-depot', 'prolonged-release injection', 'Buvidal 24 mg s.c. weekly', 'depot'),
    product: 'Buvidal 24 mg',
  },
  levomethadone: prescription(
    'levomethadone',
    'Lösung 5 mg/ml',
    'Levomethadon 5 mg/ml, 8 ml 1x tägl., Sichtbezug',
    'daily',
  ),
  morphine: {
    ...prescription(
      'slow-release-morphine',
      'prolonged-release capsule',
      'Morphine sulfate PR 200 mg, morning and evening',
      'split',
    ),
    dosesPerDay: 2,
  },
} as const satisfies Record<string, Prescription>
type PrescriptionKey = keyof typeof PRESCRIPTIONS

const PRESCRIBED = {
  GB: {
    methadone: 34,
    'methadone-lower': 14,
    buprenorphine: 26,
    'buprenorphine-three': 3,
    monthly: 15,
    weekly: 6,
    morphine: 2,
  },
  NO: {
    methadone: 16,
    'methadone-lower': 8,
    buprenorphine: 28,
    'buprenorphine-every-other': 9,
    monthly: 31,
    weekly: 6,
    morphine: 2,
  },
  DE: { levomethadone: 40, 'methadone-lower': 26, buprenorphine: 18, monthly: 16 },
} as const satisfies Record<string, Partial<Record<PrescriptionKey, number>>>

function prescription(medicine: Medicine, form: string, text: string, rhythm: Rhythm): Prescription {
  return { medicine, form, text, rhythm, weekdays: [], dosesPerDay: 1, product: null }
}
