import * as line from './common-lines.ts'
import { ASKED, CLAIMS, type DescribedPeople, ON_REMAND, SETTLED } from './described-person.ts'

const EVERYBODY = `${line.EVERYBODY}
  ${line.RELEASE_PAPER}
  ${line.MONEY}
  prison d-28 s3 benefits-no-institution-notice`
const FASTLEGE = 'community h+336 s- health-no-regular-doctor'
const HAS_FASTLEGE = 'community h+336 s- health-no-regular-doctor done'
/** Leaves a sentence. */
const BRIK = 'prison d-56 s- support-no-brik'
const MUNICIPALITY = 'prison d-56 s3 benefits-no-responsible-municipality'
const CLAIM = `${line.EVIDENCE}
  ${line.PREPARE}
  ${line.APPOINTMENT}
  person h+24 s- benefits-no-social-assistance
  prison d-7 s- benefits-no-clothing`
const BED = 'prison d-28 s3 housing-no-temporary-housing'
const DEPOSIT = 'community h+168 s- housing-no-deposit'
const LAR = 'prison d-7 s2 omt-no-lar-handover'

/** People released in Norway. */
export const PEOPLE_NO: DescribedPeople = {
  country: 'NO',
  region: '',
  timeZone: 'Europe/Oslo',
  gateHour: 8,
  people: [
    {
      who: 'Norway: sentenced, with home, income and fastlege',
      said: { ...SETTLED, id: 'has-id', 'has-doctor': 'yes' },
      recorded: ASKED,
      items: [EVERYBODY, line.HAS_ID, HAS_FASTLEGE, BRIK],
    },
    {
      who: 'Norway: sentenced, homeless, claims at NAV',
      said: { ...CLAIMS, bed: 'none' },
      recorded: ASKED,
      items: [
        EVERYBODY,
        line.HAS_ID,
        FASTLEGE,
        BRIK,
        MUNICIPALITY,
        CLAIM,
        line.HOMELESS,
        line.REFER_EARLY,
        line.LETTERS,
        BED,
        DEPOSIT,
      ],
    },
    {
      who: 'Norway: remand, homeless, in LAR, claims at NAV: no BRIK',
      said: { ...CLAIMS, bed: 'none' },
      recorded: { ...ON_REMAND, treatment: { medicine: 'methadone' } },
      items: [
        EVERYBODY,
        line.HAS_ID,
        FASTLEGE,
        MUNICIPALITY,
        CLAIM,
        line.HOMELESS,
        line.REFER_EARLY,
        line.LETTERS,
        BED,
        DEPOSIT,
        line.OMT,
        line.DOSES,
        line.NALOXONE,
        LAR,
        line.COURT,
      ],
    },
    {
      who: 'Norway: remand, of whom nothing is known',
      said: {},
      recorded: { ...ON_REMAND, partnerWish: 'not-asked' },
      items: [
        EVERYBODY,
        line.ID,
        FASTLEGE,
        line.ACCOUNT,
        line.COVER,
        MUNICIPALITY,
        CLAIM,
        BED,
        line.NALOXONE,
        line.HOMELESS,
        line.UNASKED,
        line.ASK_PARTNER,
        line.COURT,
      ],
    },
    {
      who: 'Norway: in LAR with a monthly depot, a job, debts',
      said: { ...SETTLED, id: 'has-id', 'has-job': 'yes', 'has-debts': 'yes' },
      recorded: { ...ASKED, treatment: { medicine: 'buprenorphine-monthly-depot' } },
      items: [
        EVERYBODY,
        line.HAS_ID,
        FASTLEGE,
        BRIK,
        line.OMT,
        line.INJECTION,
        line.NALOXONE,
        LAR,
        line.KEEPS_JOB,
        line.DEBTS,
        'person h+168 s- work-no-tax-card',
      ],
    },
    {
      who: 'Norway: convicted and not yet sentenced, wants LAR, home kept',
      said: { ...SETTLED, id: 'has-id', dose: 'wants-omt', 'keeps-tenancy': 'yes' },
      recorded: { ...ASKED, legalStatus: 'convicted-unsentenced' },
      items: [EVERYBODY, line.HAS_ID, FASTLEGE, line.WANTS_OMT, line.NALOXONE, line.KEEPS_HOME, line.COURT],
    },
    {
      who: 'Norway: without papers to stay, with no cover, to stay with others',
      said: {
        ...SETTLED,
        id: 'none',
        bed: 'with-others',
        'has-address': 'yes',
        residence: 'undocumented',
        'has-health-cover': 'no',
      },
      recorded: ASKED,
      items: [EVERYBODY, line.ID, FASTLEGE, BRIK, line.RIGHT_TO_STAY, line.COVER],
    },
  ],
}
