/** Rules under which releases can be replayed, each alone or together (rule SIM-1). */
export const SIMULATED_RULES = [
  'thursday-instead-of-friday',
  'depot-before-release',
  'acknowledged-within-4-hours',
  'open-on-sunday',
] as const
export type SimulatedRule = (typeof SIMULATED_RULES)[number]

/** Why a release of the period cannot be replayed. Unknown is a result: each is counted and told (rule SIM-2). */
export const NOT_REPLAYED_REASONS = [
  'no-treatment-recorded',
  'no-dosing-point',
  'hours-unknown',
  'days-not-over',
  'died-or-back-in-custody',
] as const
export type NotReplayedReason = (typeof NOT_REPLAYED_REASONS)[number]

/** What a rule would have done with one release. `unknown`: it would have applied, and nobody can say what had come of it. */
export type Reach = 'reached' | 'not-reached' | 'unknown'

/** How a run stands. */
export const SIMULATION_STATES = ['waiting', 'running', 'done', 'refused', 'cancelled', 'failed'] as const
export type SimulationState = (typeof SIMULATION_STATES)[number]

/** Why a run was refused after its releases were read. */
export const SIMULATION_REFUSALS = ['too-few-releases', 'too-few-at-dosing-point'] as const
export type SimulationRefusal = (typeof SIMULATION_REFUSALS)[number]

/** Fewer releases than this are not replayed: they would tell of people and not of rules (rule SIM-4). */
export const FEWEST_RELEASES = 10

/** How often the releases are drawn anew for the interval. */
export const BOOTSTRAP_RUNS = 1000

/** So many days after the day of release are counted, as many as the strip shows. */
export const REPLAYED_DAYS = 14
