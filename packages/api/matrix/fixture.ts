import type { Category } from '@throughcare/domain/access/access-codes'
import { categoriesFor, writableFor } from '@throughcare/domain/access/categories-of-area'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../src/root.ts'
import type { StoredCase } from './case-to-store.ts'
import { SITUATIONS, type Situation, type SituationName } from './situations.ts'
import type { Place, Stage } from './stage.ts'
import type { StoredHandoff, StoredStatus } from './stored-handoffs.ts'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

/** Every procedure there is, as it is called: `handoff.acknowledge`. */
export type Path = { [Noun in keyof Inputs & string]: `${Noun}.${keyof Inputs[Noun] & string}` }[keyof Inputs & string]
export type InputOf<P extends string> = P extends `${infer Noun extends keyof Inputs & string}.${infer Verb}`
  ? Verb extends keyof Inputs[Noun]
    ? Inputs[Noun][Verb]
    : never
  : never
type OutputOf<P extends string> = P extends `${infer Noun extends keyof Outputs & string}.${infer Verb}`
  ? Verb extends keyof Outputs[Noun]
    ? Outputs[Noun][Verb]
    : never
  : never

/** What is asked of the database as its owner, before and after a press. */
export type Query = { text: string; values: readonly unknown[] }

/** Where somebody stands, and the id of the press. */
export type Told = Place & { stage: Stage; requestId: string }

/** How the matrix presses a procedure, and how it sees that it did what it was asked. */
export type Fixture<P extends string = string> = {
  /**
   * case: about one case, and the part in it decides · handoff: about one handoff, of which both ends keep the envelope ·
   * list: shows what belongs to the service · nothing: about no case at all
   */
  about: 'case' | 'handoff' | 'list' | 'nothing'
  /**
   * Brings a fresh case into the state that the press needs, where the stored one has something else to show: a dose of a moment
   * ago. The case as the press sees it.
   */
  prepare?: (told: Told) => Promise<StoredCase>
  /** The same for whoever presses: a refusal is tried with the very ids that somebody else may use. */
  input: (told: Told) => InputOf<P>
  /** For a read: does the answer show the very fixture? A list is asked whether it holds the case. */
  shows?(answer: OutputOf<P>, told: Told): boolean
  /** For a write: rows that are otherwise after it than before. */
  changes?: (told: Told) => Query
  /** In which situations it works, where not the part in the case but something else decides. */
  worksIn?: readonly SituationName[] | ((place: Pick<Place, 'hat' | 'situation'>) => boolean)
  /** The category that the press is about, where not the one of WHO_MAY but the input says which. */
  writes?: (place: Pick<Place, 'hat' | 'situation'>) => Category
  /** The rule that stops a press by whoever may, while the person is inside or out. */
  refusedWhile?: { inside?: string; out?: string }
  /** Refusals that stand in for "not allowed": the reader of an envelope may be told how it stands. */
  deniedAs?: readonly string[]
  /** Puts back what later cells need. */
  afterwards?: (told: Told) => Promise<unknown>
}

/** The fixtures of one noun. */
export type Fixtures<Noun extends string> = { [P in Path & `${Noun}.${string}`]?: Fixture<P> }

/** The first handoff of the case that stands so; where there is none, any: refusals are tried with it. */
export function handoffOf(of: StoredCase, ...statuses: readonly StoredStatus[]): StoredHandoff {
  const found = statuses.flatMap((status) => of.handoffs.find((one) => one.status === status) ?? [])[0]
  return found ?? of.handoffs[0] ?? { id: of.episodeId, area: 'omt', status: 'sent', version: 1 }
}

/** Counts rows of the case. */
export function countOf(table: string, { of }: Told, where = 'true'): Query {
  return { text: `select count(*) from ${table} where episode_id = $1 and ${where}`, values: [of.episodeId] }
}

/** An area that the service was handed, where it was handed any. */
export function firstAreaOf({ hat, situation }: Pick<Told, 'hat' | 'situation'>): Area {
  const { areas }: Situation = SITUATIONS[situation]
  return areas(hat.kind)[0] ?? 'housing'
}

/** The categories of the case that are open to this role with the part that its service has. */
export function openTo({ hat, situation }: Pick<Told, 'hat' | 'situation'>): ReadonlySet<string> {
  const { relation, areas }: Situation = SITUATIONS[situation]
  return new Set(categoriesFor(placeOf(hat), relation, areas(hat.kind)))
}

/** Of those, the ones that may be written: what the service holds or has taken, not what it is only offered. */
export function writableTo({ hat, situation }: Pick<Told, 'hat' | 'situation'>): ReadonlySet<string> {
  const { relation, areas, taken = (kind) => areas(kind).slice(0, -1) }: Situation = SITUATIONS[situation]
  return new Set(writableFor(placeOf(hat), relation, taken(hat.kind)))
}

function placeOf({ role, kind, actor }: Told['hat']) {
  return { role, kind, grants: actor.grants }
}
