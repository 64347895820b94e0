import * as line from './common-lines.ts'
import { ASKED, CLAIMS, type DescribedPeople, ON_REMAND, SETTLED } from './described-person.ts'

const EVERYBODY = `${line.EVERYBODY}
  ${line.RELEASE_PAPER}
  ${line.MONEY}
  ${line.DOCTOR}
  prison d-3 s- housing-gb-travel-warrant`
const ID = 'prison d-56 s7 documents-gb-photo-id'
const HAS_ID = 'prison d-56 s7 documents-gb-photo-id done'
const ACCOUNT = 'prison d-28 s- benefits-gb-prison-bank-account'
const CLAIM = `${line.EVIDENCE}
  prison d-14 s- benefits-gb-work-coach
  prison d-5 s- benefits-gb-jobcentre-interview
  person h+24 s- benefits-gb-universal-credit
  person h+24 s- benefits-gb-advance-payment`
/** Leaves a sentence: neither remand nor a fine. */
const SENTENCE = 'prison d-2 s- benefits-gb-subsistence-payment'

/** People released in England. */
export const PEOPLE_GB: DescribedPeople = {
  country: 'GB',
  region: 'ENG',
  timeZone: 'Europe/London',
  gateHour: 9,
  people: [
    {
      who: 'England: sentenced, with home, income and papers',
      said: { ...SETTLED, id: 'has-id' },
      recorded: ASKED,
      items: [EVERYBODY, HAS_ID, SENTENCE],
    },
    {
      who: 'England: sentenced, on daily methadone, homeless, with no papers and no account',
      said: { dose: 'on-omt', bed: 'none', id: 'none', 'has-bank-account': 'no', 'needs-benefit': 'yes' },
      recorded: { ...ASKED, treatment: { medicine: 'methadone' } },
      items: [
        EVERYBODY,
        ID,
        SENTENCE,
        ACCOUNT,
        CLAIM,
        line.COVER,
        line.OMT,
        line.DOSES,
        line.NALOXONE,
        line.HOMELESS,
        line.LETTERS,
        'prison d-56 s3 housing-gb-duty-to-refer',
      ],
    },
    {
      who: 'England: remand, of whom nothing is known',
      said: {},
      recorded: { ...ON_REMAND, partnerWish: 'not-asked' },
      items: [
        EVERYBODY,
        ID,
        ACCOUNT,
        CLAIM,
        line.COVER,
        line.NALOXONE,
        line.HOMELESS,
        line.UNASKED,
        line.ASK_PARTNER,
        line.COURT,
      ],
    },
    {
      who: 'England: remand, keeps a tenancy whose costs were paid',
      said: { ...SETTLED, id: 'has-id', 'keeps-tenancy': 'yes', 'benefit-before': 'yes' },
      recorded: ON_REMAND,
      items: [EVERYBODY, HAS_ID, line.COURT, line.KEEPS_HOME, 'prison d-28 s3 housing-gb-keep-housing-costs'],
    },
    {
      who: 'England: recalled, on a monthly depot, with conditions and court fines',
      said: { ...CLAIMS, 'licence-conditions': 'yes', 'has-debts': 'yes', 'has-doctor': 'yes' },
      recorded: { ...ASKED, legalStatus: 'recalled', treatment: { medicine: 'buprenorphine-monthly-depot' } },
      items: [
        EVERYBODY.replace('health-doctor', 'health-doctor done'),
        HAS_ID,
        SENTENCE,
        CLAIM,
        line.OMT,
        line.INJECTION,
        line.NALOXONE,
        line.CONDITIONS,
        line.DEBTS,
        line.RECALLED,
        'prison d-14 s- support-gb-court-fines',
      ],
    },
    {
      who: 'England: pregnant, wants treatment, with children, with no telephone',
      said: { ...SETTLED, dose: 'wants-omt', id: 'ordered', pregnant: 'yes', 'has-children': 'yes', phone: 'none' },
      recorded: ASKED,
      items: [EVERYBODY, ID, SENTENCE, line.WANTS_OMT, line.NALOXONE, line.PREGNANT, line.CHILDREN, line.NO_PHONE],
    },
    {
      who: 'England: one of a couple, with belongings in store, to stay with others',
      said: { ...CLAIMS, bed: 'with-others', 'has-address': 'yes', 'belongings-in-store': 'yes' },
      recorded: { partnerWish: 'yes' },
      items: [EVERYBODY, HAS_ID, SENTENCE, CLAIM, line.STORE, line.REFER_PARTNER],
    },
    {
      who: 'England: keeps a tenancy and a job that pays for it, with no benefit before',
      said: { ...SETTLED, id: 'has-id', 'keeps-tenancy': 'yes', 'has-job': 'yes', 'benefit-before': 'no' },
      recorded: ASKED,
      items: [EVERYBODY, HAS_ID, SENTENCE, line.KEEPS_HOME, line.KEEPS_JOB],
    },
  ],
}
