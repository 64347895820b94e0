import type { Role } from '@throughcare/domain/access/access-codes'
import { DEMO_SERVICES, type DemoServiceKey } from './demo-services.ts'

/** Everybody of the demo signs in with it. Printed at every start; such accounts cannot sign in outside the demo. */
export const DEMO_PASSWORD = 'through-the-gate-every-day'

/** argon2id of {@link DEMO_PASSWORD}, as packages/api stores passwords; a test works it out again. */
export const DEMO_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$y6Z1s+oHmG1f2NH6O1JiUQ$esNtiJIcHI/zsKYuQjKPcuQtEX0SrboRdfTq7mMYy9M'

export type DemoHat = { service: DemoServiceKey; role: Role }
export type DemoPerson = { email: string; name: string; locale: string; hats: readonly [DemoHat, ...DemoHat[]] }

/** One for each role of each service, and one with two hats. The first is shown first at the start. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('nurse@northgate.example', 'Nora Lindqvist', 'northgate', 'prison-health'),
  person('worker@harbour.example', 'Sam Osei', 'harbour', 'caseworker'),
  person('manager@northgate.example', 'Grace Adeyemi', 'northgate', 'manager'),
  person('manager@north-region.example', 'Olu Bello', 'region', 'manager'),
  person('admin@throughcare.example', 'Ada Holm', 'administration', 'administrator'),
  person('nurse@eastfield.example', 'Ivo Marek', 'eastfield', 'prison-health'),
  person('manager@eastfield.example', 'Helen Baptiste', 'eastfield', 'manager'),
  person('nurse@fjordvik.example', 'Synnøve Aasen', 'fjordvik', 'prison-health', 'nb'),
  person('manager@fjordvik.example', 'Torbjørn Myhre', 'fjordvik', 'manager', 'nb'),
  person('manager@harbour.example', 'Rita Fonseca', 'harbour', 'manager'),
  person('worker@riverside.example', 'Tom Vance', 'riverside', 'caseworker'),
  person('manager@riverside.example', 'Priya Raman', 'riverside', 'manager'),
  person('worker@mill-lane.example', 'Asha Pillai', 'millLane', 'caseworker'),
  person('manager@mill-lane.example', 'Colin Frost', 'millLane', 'manager'),
  person('worker@haven.example', 'Karl Nyberg', 'haven', 'caseworker'),
  person('manager@haven.example', 'Denise Okafor', 'haven', 'manager'),
  person('worker@benefits.example', 'Mina Costa', 'benefits', 'caseworker'),
  person('manager@benefits.example', 'Peter Walsh', 'benefits', 'manager'),
  person('worker@lar.example', 'Marit Solheim', 'lar', 'caseworker', 'nb'),
  person('manager@lar.example', 'Jonas Hagen', 'lar', 'manager', 'nb'),
  person('worker@nav.example', 'Eirin Bakke', 'nav', 'caseworker', 'nb'),
  person('manager@nav.example', 'Kjell Strand', 'nav', 'manager', 'nb'),
  person('worker@drogenhilfe.example', 'Lea Brandt', 'drogenhilfe', 'caseworker'),
  person('manager@drogenhilfe.example', 'Mehmet Aydin', 'drogenhilfe', 'manager'),
  {
    email: 'two-hats@harbour.example',
    name: 'Jude Carver',
    locale: 'en',
    hats: [
      { service: 'harbour', role: 'caseworker' },
      { service: 'riverside', role: 'manager' },
    ],
  },
]

/** Who can sign in, one entry for each hat: what the start prints and README.md lists. */
export const DEMO_ACCOUNTS: readonly { email: string; password: string; name: string; role: Role; service: string }[] =
  DEMO_PEOPLE.flatMap(({ email, name, hats }) =>
    hats.map(({ role, service }) => ({
      email,
      password: DEMO_PASSWORD,
      name,
      role,
      service: DEMO_SERVICES[service].name,
    })),
  )

/** Who sees links of partners, each side in its own case. */
export const DEMO_SEES_COUPLES: readonly string[] = [
  'nurse@northgate.example',
  'worker@harbour.example',
  'worker@lar.example',
  'worker@drogenhilfe.example',
]

/** Clinicians who may approve rule sets, one or two in each country. */
export const DEMO_APPROVERS: readonly string[] = [
  'nurse@northgate.example',
  'worker@harbour.example',
  'worker@lar.example',
  'worker@drogenhilfe.example',
]

/** Managers who review emergency looks and answer requests about records, of a service or of its area. */
export const DEMO_OFFICERS: readonly string[] = [
  'manager@northgate.example',
  'manager@eastfield.example',
  'manager@harbour.example',
  'manager@north-region.example',
  'manager@fjordvik.example',
]

/** Colleagues who hold cases, whose names stand in the histories, and who cannot sign in. */
export const DEMO_COLLEAGUES = {
  northgate: ['Ben Achterberg', 'Yvonne Clarke', 'Dr Amir Haddad'],
  eastfield: ['Sunita Rao', 'Gareth Pugh'],
  fjordvik: ['Ingunn Lie', 'Bård Nilsen'],
  harbour: ['Chidi Nwosu', 'Maeve Brennan', 'Kasia Wrona'],
  riverside: ['Leroy James', 'Anna Petrov'],
  millLane: ['Sofia Marques'],
  haven: ['Winston Gray', 'Beth Langley'],
  benefits: ['Farah Aziz', 'Neil Barton'],
  lar: ['Tuva Dahl', 'Per Lunde'],
  nav: ['Hege Moen'],
  drogenhilfe: ['Jana Köhler', 'Sven Petersen'],
} as const satisfies Partial<Record<DemoServiceKey, readonly string[]>>

function person(email: string, name: string, service: DemoServiceKey, role: Role, locale = 'en'): DemoPerson {
  return { email, name, locale, hats: [{ service, role }] }
}
