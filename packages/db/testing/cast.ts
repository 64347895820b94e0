import type { Actor } from '../src/actor.ts'

/** The services of every test story. Names are invented. */
export const CAST_SERVICES = {
  northgate: { name: 'HMP Northgate', kind: 'prison-health', doses: true, receives: [] },
  eastfield: { name: 'HMP Eastfield', kind: 'prison-health', doses: true, receives: [] },
  harbour: {
    name: 'Harbour Recovery',
    kind: 'drug-service',
    doses: true,
    receives: ['omt', 'naloxone', 'partner', 'health', 'support'],
  },
  /** The outsider: takes the same areas, has no part in anything unless a test gives it one. */
  riverside: {
    name: 'Riverside Recovery',
    kind: 'drug-service',
    doses: true,
    receives: ['omt', 'naloxone', 'partner', 'health'],
  },
  millLane: { name: 'Mill Lane Pharmacy', kind: 'dosing-point', doses: true, receives: [] },
  haven: { name: 'Haven Housing', kind: 'housing', doses: false, receives: ['housing', 'belongings'] },
  benefits: {
    name: 'City Benefits Office',
    kind: 'benefits',
    doses: false,
    receives: ['benefits', 'documents', 'work'],
  },
  region: { name: 'North Region', kind: 'region', doses: false, receives: [] },
  administration: { name: 'Throughcare Administration', kind: 'administration', doses: false, receives: [] },
} as const satisfies Record<string, { name: string; kind: string; doses: boolean; receives: readonly string[] }>
export type CastService = keyof typeof CAST_SERVICES

/** The people of every test story, each with one hat. */
export const CAST_PEOPLE = {
  northgateNurse: { name: 'Nora Lindqvist', service: 'northgate', role: 'prison-health' },
  northgateSecondNurse: { name: 'Ben Achterberg', service: 'northgate', role: 'prison-health' },
  northgateManager: { name: 'Grace Adeyemi', service: 'northgate', role: 'manager' },
  eastfieldNurse: { name: 'Ivo Marek', service: 'eastfield', role: 'prison-health' },
  harbourWorker: { name: 'Sam Osei', service: 'harbour', role: 'caseworker' },
  harbourSecondWorker: { name: 'Lea Brandt', service: 'harbour', role: 'caseworker' },
  harbourManager: { name: 'Rita Fonseca', service: 'harbour', role: 'manager' },
  riversideWorker: { name: 'Tom Vance', service: 'riverside', role: 'caseworker' },
  millLaneWorker: { name: 'Asha Pillai', service: 'millLane', role: 'caseworker' },
  havenWorker: { name: 'Karl Nyberg', service: 'haven', role: 'caseworker' },
  benefitsWorker: { name: 'Mina Costa', service: 'benefits', role: 'caseworker' },
  regionManager: { name: 'Olu Bello', service: 'region', role: 'manager' },
  administrator: { name: 'Ada Holm', service: 'administration', role: 'administrator' },
} as const satisfies Record<string, { name: string; service: CastService; role: Actor['role'] }>
export type CastPerson = keyof typeof CAST_PEOPLE

/** What somebody of the cast signs in with. */
export function castEmail(who: CastPerson): string {
  return `${CAST_PEOPLE[who].name.toLowerCase().replaceAll(' ', '.')}@throughcare.test`
}

/** When every story starts: a Thursday, eight days before Good Friday. */
export const STORY_STARTS = new Date('2026-03-26T09:00:00Z')
