import * as line from './common-lines.ts'
import { ASKED, CLAIMS, type DescribedPeople, ON_REMAND, SETTLED } from './described-person.ts'

const EVERYBODY = `${line.EVERYBODY}
  ${line.DOCTOR}
  prison d0 s- documents-de-release-certificate
  prison d-2 s1 benefits-de-bridging-money`
const CLAIM = `
  prison d-90 s- benefits-de-claim-papers
  ${line.PREPARE}
  ${line.APPOINTMENT}
  person h+24 s- benefits-de-jobcenter-claim`
const INSURER = 'prison d-14 s3 benefits-de-find-insurer'
const STATUTORY = 'prison d-7 s3 benefits-de-statutory-insurance'
/** Its last day is the day of release. */
const WELFARE_COVER = 'prison d-7 s3 benefits-de-social-assistance-cover'
const MEMBERSHIP = 'prison d-28 s3 benefits-de-keep-membership'
const DOCTOR_TAKES_OVER = 'prison d-7 s- omt-de-substitution-doctor'

/** People released in Germany. */
export const PEOPLE_DE: DescribedPeople = {
  country: 'DE',
  region: 'HH',
  timeZone: 'Europe/Berlin',
  gateHour: 8,
  people: [
    {
      who: 'Germany: sentenced, insured, with home and income',
      said: { ...SETTLED, id: 'has-id' },
      recorded: ASKED,
      items: [EVERYBODY, line.HAS_ID, MEMBERSHIP],
    },
    {
      who: 'Germany: last insured by law, claims at the Jobcenter',
      said: { ...CLAIMS, 'has-health-cover': 'no', 'last-health-insurer': 'statutory' },
      recorded: ASKED,
      items: [EVERYBODY, line.HAS_ID, CLAIM, INSURER, STATUTORY],
    },
    {
      who: 'Germany: never insured, on daily methadone',
      said: { ...SETTLED, id: 'has-id', 'has-health-cover': 'no', 'last-health-insurer': 'none' },
      recorded: { ...ASKED, treatment: { medicine: 'methadone' } },
      items: [EVERYBODY, line.HAS_ID, INSURER, WELFARE_COVER, line.OMT, line.DOSES, line.NALOXONE, DOCTOR_TAKES_OVER],
    },
    {
      who: 'Germany: once privately insured, homeless, with debts',
      said: {
        ...CLAIMS,
        bed: 'none',
        'has-health-cover': 'unknown',
        'last-health-insurer': 'private',
        'has-debts': 'yes',
      },
      recorded: ASKED,
      items: [
        EVERYBODY,
        line.HAS_ID,
        CLAIM,
        INSURER,
        WELFARE_COVER,
        line.HOMELESS,
        line.REFER_EARLY,
        line.LETTERS,
        line.DEBTS,
      ],
    },
    {
      who: 'Germany: remand, of whom nothing is known',
      said: {},
      recorded: { ...ON_REMAND, partnerWish: 'not-asked' },
      items: [
        EVERYBODY,
        line.ID,
        line.ACCOUNT,
        CLAIM,
        INSURER,
        STATUTORY,
        WELFARE_COVER,
        line.NALOXONE,
        line.HOMELESS,
        line.UNASKED,
        line.ASK_PARTNER,
        line.COURT,
      ],
    },
    {
      who: 'Germany: sentenced, in HIV treatment, insured',
      said: { ...SETTLED, id: 'has-id', 'hiv-treatment': 'yes', 'has-doctor': 'yes' },
      recorded: ASKED,
      items: [EVERYBODY.replace('health-doctor', 'health-doctor done'), line.HAS_ID, MEMBERSHIP, line.COURSE],
    },
    {
      who: 'Germany: goes to a residential treatment, keeps a tenancy',
      said: { ...SETTLED, id: 'has-id', 'treatment-away': 'yes', 'keeps-tenancy': 'yes' },
      recorded: ASKED,
      items: [EVERYBODY, line.HAS_ID, MEMBERSHIP, line.AFTER_AWAY, line.KEEPS_HOME],
    },
    {
      who: 'Germany: on a weekly depot, needs an interpreter, kit in the property',
      said: { ...SETTLED, id: 'has-id', kit: 'in-property', 'naloxone-trained': 'yes' },
      recorded: { ...ASKED, interpreterNeeded: true, treatment: { medicine: 'buprenorphine-weekly-depot' } },
      items: [
        EVERYBODY,
        line.HAS_ID,
        MEMBERSHIP,
        line.OMT,
        line.INJECTION,
        line.INTERPRETER,
        DOCTOR_TAKES_OVER,
        `prison d-14 s1 naloxone-train done
         prison d-7 s1 naloxone-put-kit-in-property done
         prison d0 s- naloxone-hand-over-kit
         prison d-7 s2 naloxone-overdose-plan`,
      ],
    },
  ],
}
