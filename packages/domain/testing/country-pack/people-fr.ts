import * as line from './common-lines.ts'
import { ASKED, CLAIMS, type DescribedPeople, ON_REMAND, SETTLED } from './described-person.ts'

const EVERYBODY = `${line.EVERYBODY}
  ${line.DOCTOR}
  ${line.MONEY}
  prison d0 s- documents-fr-release-note
  prison d0 s- documents-fr-insurance-card
  prison d-3 s- support-fr-spip-appointment`
/** May stay, or nobody has said otherwise. */
const CPAM = 'person h+72 s- benefits-fr-cpam-visit'
const MAINTAINED = 'prison d-7 s3 benefits-fr-maintained-cover'
const C2S = 'prison d-14 s3 benefits-fr-c2s'
const CLAIM = `${line.EVIDENCE}
  ${line.PREPARE}
  ${line.APPOINTMENT}
  person h+24 s- benefits-fr-rsa`
const FRANCE_TRAVAIL = 'person h+168 s- work-fr-france-travail'
const CSAPA = 'prison d-14 s3 omt-fr-csapa-appointment'
const PAPERS = 'prison d-2 s2 omt-fr-papers'

/** People released in France. */
export const PEOPLE_FR: DescribedPeople = {
  country: 'FR',
  region: '',
  timeZone: 'Europe/Paris',
  gateHour: 8,
  people: [
    {
      who: 'France: covered, with home and job',
      said: { ...SETTLED, id: 'has-id', residence: 'lawful', 'has-job': 'yes' },
      recorded: ASKED,
      items: [EVERYBODY, line.HAS_ID, CPAM, line.KEEPS_JOB],
    },
    {
      who: 'France: without papers to stay, with no cover',
      said: { ...SETTLED, id: 'none', residence: 'undocumented', 'has-health-cover': 'no', 'has-job': 'no' },
      recorded: ASKED,
      items: [EVERYBODY, line.ID, line.RIGHT_TO_STAY, line.NO_JOB, FRANCE_TRAVAIL, 'community h+72 s- benefits-fr-ame'],
    },
    {
      who: 'France: on daily buprenorphine, claims RSA, cover not known',
      said: { ...CLAIMS, residence: 'lawful', 'has-health-cover': 'unknown', 'has-job': 'no' },
      recorded: { ...ASKED, treatment: { medicine: 'buprenorphine-sublingual' } },
      items: [
        EVERYBODY,
        line.HAS_ID,
        CPAM,
        MAINTAINED,
        C2S,
        CLAIM,
        line.NO_JOB,
        FRANCE_TRAVAIL,
        line.OMT,
        line.DOSES,
        line.NALOXONE,
        CSAPA,
        PAPERS,
      ],
    },
    {
      who: 'France: homeless, wants treatment, no letters reach the person',
      said: { ...SETTLED, id: 'has-id', dose: 'wants-omt', bed: 'none', residence: 'lawful', 'has-job': 'yes' },
      recorded: ASKED,
      items: [
        EVERYBODY,
        line.HAS_ID,
        CPAM,
        line.KEEPS_JOB,
        line.WANTS_OMT,
        line.NALOXONE,
        CSAPA,
        line.HOMELESS,
        line.REFER_EARLY,
        'prison d-14 s7 documents-fr-postal-address',
      ],
    },
    {
      who: 'France: remand, of whom nothing is known',
      said: {},
      recorded: { ...ON_REMAND, partnerWish: 'not-asked' },
      items: [
        EVERYBODY,
        line.ID,
        line.ACCOUNT,
        CPAM,
        MAINTAINED,
        C2S,
        CLAIM,
        FRANCE_TRAVAIL,
        line.NALOXONE,
        line.HOMELESS,
        line.UNASKED,
        line.ASK_PARTNER,
        line.COURT,
      ],
    },
    {
      who: 'France: in HCV treatment, a temporary bed, with children',
      said: {
        ...SETTLED,
        id: 'has-id',
        bed: 'temporary',
        'has-address': 'no',
        residence: 'lawful',
        'has-job': 'yes',
        'hcv-treatment': 'yes',
        'has-children': 'yes',
      },
      recorded: ASKED,
      items: [
        EVERYBODY,
        line.HAS_ID,
        CPAM,
        line.KEEPS_JOB,
        line.COURSE,
        line.CHILDREN,
        line.HOMELESS.replace('housing-first-night', 'housing-first-night done'),
        line.REFER_EARLY,
        'prison d-14 s7 documents-fr-postal-address',
      ],
    },
  ],
}
