import * as line from './common-lines.ts'
import { ASKED, CLAIMS, type DescribedPeople, ON_REMAND, SETTLED } from './described-person.ts'

const EVERYBODY = `${line.EVERYBODY}
  ${line.RELEASE_PAPER}
  prison d-2 s1 benefits-pt-first-days
  community h+336 s- health-pt-user-number
  prison d-28 s- support-pt-reinsertion-technician`
const CLAIM = `${line.EVIDENCE}
  ${line.PREPARE}
  ${line.APPOINTMENT}
  prison d-28 s- work-pt-job-centre
  prison d-28 s- benefits-pt-tell-social-security
  prison d-7 s- benefits-pt-rsi`
const CRI = 'prison d-7 s- omt-pt-cri-transfer'

/** People released in Portugal. */
export const PEOPLE_PT: DescribedPeople = {
  country: 'PT',
  region: '',
  timeZone: 'Europe/Lisbon',
  gateHour: 9,
  people: [
    {
      who: 'Portugal: with home, cover and income',
      said: { ...SETTLED, id: 'has-id', 'has-doctor': 'yes' },
      recorded: ASKED,
      items: [EVERYBODY, line.HAS_ID],
    },
    {
      who: 'Portugal: asks for RSI from inside, on daily methadone',
      said: { ...CLAIMS, 'has-job': 'no' },
      recorded: { ...ASKED, treatment: { medicine: 'methadone' } },
      items: [EVERYBODY, line.HAS_ID, CLAIM, line.NO_JOB, line.OMT, line.DOSES, line.NALOXONE, CRI],
    },
    {
      who: 'Portugal: homeless, with no papers, no cover and no account',
      said: { ...SETTLED, id: 'none', bed: 'none', 'needs-benefit': 'yes', 'has-health-cover': 'no' },
      recorded: ASKED,
      items: [EVERYBODY, line.ID, line.ACCOUNT, CLAIM, line.COVER, line.HOMELESS, line.REFER_EARLY, line.LETTERS],
    },
    {
      who: 'Portugal: remand, of whom nothing is known',
      said: {},
      recorded: { ...ON_REMAND, partnerWish: 'not-asked' },
      items: [
        EVERYBODY,
        line.ID,
        line.ACCOUNT,
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
      who: 'Portugal: other medicine, a job kept, a partner to be helped',
      said: { ...SETTLED, id: 'has-id', 'other-medicine': 'yes', 'has-job': 'yes' },
      recorded: { partnerWish: 'yes' },
      items: [EVERYBODY, line.HAS_ID, line.OTHER_MEDICINE, line.KEEPS_JOB, line.REFER_PARTNER],
    },
  ],
}
