import * as line from './common-lines.ts'
import { ASKED, CLAIMS, type DescribedPeople, ON_REMAND, SETTLED } from './described-person.ts'

const EVERYBODY = `${line.EVERYBODY}
  ${line.DOCTOR}
  ${line.MONEY}
  prison d0 s- documents-be-detention-certificate
  prison d-14 s- support-be-justice-house`
const FUND = 'person h+24 s- benefits-be-health-insurance-fund'
const CLAIM = `${line.EVIDENCE}
  ${line.PREPARE}
  ${line.APPOINTMENT}
  prison d-28 s3 benefits-be-responsible-cpas`
const RESTART = 'person h+24 s- benefits-be-restart-income'
const CLAIM_ANEW = 'person h+24 s- benefits-be-claim-income'
const HOME = `
  community h+168 s- housing-be-installation-premium
  community h+168 s- housing-be-rent-guarantee
  prison d-14 s7 documents-be-reference-address`

/** People released in Belgium. */
export const PEOPLE_BE: DescribedPeople = {
  country: 'BE',
  region: '',
  timeZone: 'Europe/Brussels',
  gateHour: 8,
  people: [
    {
      who: 'Belgium: covered, with home and income, recalled',
      said: { ...SETTLED, id: 'has-id' },
      recorded: { ...ASKED, legalStatus: 'recalled' },
      items: [EVERYBODY, line.HAS_ID, line.RECALLED],
    },
    {
      who: 'Belgium: homeless, whose integration income was suspended',
      said: { ...CLAIMS, bed: 'none', residence: 'lawful', 'has-health-cover': 'no', 'benefit-before': 'yes' },
      recorded: ASKED,
      items: [EVERYBODY, line.HAS_ID, FUND, CLAIM, RESTART, line.HOMELESS, line.REFER_EARLY, HOME],
    },
    {
      who: 'Belgium: without papers to stay, pregnant, with no cover',
      said: { ...SETTLED, id: 'none', residence: 'undocumented', 'has-health-cover': 'no', pregnant: 'yes' },
      recorded: ASKED,
      items: [
        EVERYBODY,
        line.ID,
        line.RIGHT_TO_STAY,
        line.PREGNANT,
        'community h+24 s- benefits-be-urgent-medical-aid',
      ],
    },
    {
      who: 'Belgium: on slow-release morphine, never had a benefit, with debts',
      said: { ...CLAIMS, 'benefit-before': 'no', 'has-debts': 'yes' },
      recorded: { ...ASKED, treatment: { medicine: 'slow-release-morphine' } },
      items: [
        EVERYBODY,
        line.HAS_ID,
        CLAIM,
        CLAIM_ANEW,
        line.OMT,
        line.DOSES,
        line.NALOXONE,
        'community h+672 s- support-be-debt-mediation',
      ],
    },
    {
      who: 'Belgium: remand, of whom nothing is known',
      said: {},
      recorded: { ...ON_REMAND, partnerWish: 'not-asked' },
      items: [
        EVERYBODY,
        line.ID,
        line.ACCOUNT,
        FUND,
        CLAIM,
        CLAIM_ANEW,
        line.NALOXONE,
        line.HOMELESS,
        line.UNASKED,
        line.ASK_PARTNER,
        line.COURT,
      ],
    },
    {
      who: 'Belgium: speaks Portuguese, needs an interpreter, belongings in store, psychiatric medicine',
      said: { ...SETTLED, id: 'has-id', 'belongings-in-store': 'yes', 'psychiatric-medicine': 'yes' },
      recorded: { ...ASKED, interpreterNeeded: true },
      items: [EVERYBODY, line.HAS_ID, line.INTERPRETER, line.STORE, line.COURSE],
    },
  ],
}
