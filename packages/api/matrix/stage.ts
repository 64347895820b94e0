import type { Actor } from '@throughcare/db/actor'
import type { CastPerson, CastService } from '@throughcare/db/testing/cast'
import { type AppRouter, appRouter } from '../src/root.ts'
import { createCallerFactory } from '../src/trpc.ts'
import { CaseCopier, type CaseCopies } from './case-copies.ts'
import type { StoredCase } from './case-to-store.ts'
import { castHats, type Hat } from './hats.ts'
import { type Owner, put } from './put.ts'
import { type Others, SITUATION_NAMES, SITUATIONS, type Situation, type SituationName } from './situations.ts'
import { storeCase } from './stored-case.ts'

/** What the matrix needs of a scene: the standard cast in an empty database. */
export type Cast = { owner: Owner; services: Record<CastService, string>; people: Record<CastPerson, Actor> }

/** A hat in a situation, with the case that it is about. */
export type Place = { hat: Hat; situation: SituationName; of: StoredCase }

/** Somebody at the door: nobody, somebody who wears no hat yet, or a hat. */
export type AtTheDoor = { kind: 'anonymous' } | { kind: 'without-hat'; hat: Hat } | { kind: 'hat'; hat: Hat }

/** The cast, the hats of every kind and a standing case for every hat's service in every situation. */
export type Stage = Cast & {
  hats: readonly Hat[]
  /** The case of this place that refusals are tried on: it never changes. */
  standing: (hat: Hat, situation: SituationName) => StoredCase
  /** Whether the person of such a case is inside. */
  isInside: (hat: Hat, situation: SituationName) => boolean
  /** A case of its own, for a press that changes it. */
  fresh: (hat: Hat, situation: SituationName) => Promise<StoredCase>
  call: (who: AtTheDoor, path: string, input: unknown) => Promise<unknown>
}

/**
 * Sets the stage in a scene.
 *
 * @param standing the situations of which a test looks at the standing cases; all of them take a second or two
 */
export async function setStage(cast: Cast, standing: readonly SituationName[] = SITUATION_NAMES): Promise<Stage> {
  const hats = await castHats(cast.owner)
  const copier = await CaseCopier.of(cast.owner)
  const kept = new Map<string, CaseCopies>()
  const createCaller = createCallerFactory<AppRouter['_def']['record']>(appRouter)
  // A service has its part whoever of its people looks: they share the case.
  const keyOf = ({ kind }: Hat, situation: SituationName) => `${kind} ${situation}`
  const photograph = async (hat: Hat, situation: SituationName): Promise<CaseCopies> => {
    const copies = await copier.photograph(() => tell(cast, hat, situation))
    kept.set(keyOf(hat, situation), copies)
    return copies
  }
  for (const hat of hats)
    for (const situation of situationsOf(hat).filter((name) => standing.includes(name)))
      if (!kept.has(keyOf(hat, situation))) await photograph(hat, situation)
  return {
    ...cast,
    hats,
    fresh: async (hat, situation) => {
      const known = kept.get(keyOf(hat, situation))
      return known ? known.copy() : (await photograph(hat, situation)).of
    },
    isInside: ({ kind, actor }, situation) =>
      SITUATIONS[situation].tell(actor.serviceId, kind, othersOf(cast)).releasedAt === null,
    standing: (hat, situation) => {
      const known = kept.get(keyOf(hat, situation))
      if (!known || !standing.includes(situation)) throw new Error(`no ${hat.kind} is ${situation} on this stage`)
      return known.of
    },
    call: (who, path, input) => {
      const caller = createCaller({ traceId: 'matrix', signedIn: signedInAs(who) })
      const [noun = '', verb = ''] = path.split('.')
      const procedure = (caller as unknown as Record<string, Record<string, (given: unknown) => Promise<unknown>>>)[
        noun
      ]?.[verb]
      if (!procedure) throw new Error(`there is no procedure ${path}`)
      return procedure(input)
    },
  }
}

/** The situations that a service of this kind can come into. */
export function situationsOf({ kind }: Hat): SituationName[] {
  return SITUATION_NAMES.filter((name) => SITUATIONS[name].isFor(kind))
}

function signedInAs(who: AtTheDoor) {
  if (who.kind === 'anonymous') return null
  const { accountId, displayName, locale, sidHash } = who.hat.actor
  return {
    sessionId: '00000000-0000-7000-8000-000000000000',
    accountId,
    displayName,
    locale,
    sidHash,
    provedLately: true,
    hat: who.kind === 'hat' ? who.hat.actor : null,
  }
}

function othersOf({ services, people }: Cast): Others {
  return { services, by: people.northgateNurse.accountId }
}

async function tell(cast: Cast, { kind, actor }: Hat, name: SituationName): Promise<StoredCase> {
  const situation: Situation = SITUATIONS[name]
  const toStore = situation.tell(actor.serviceId, kind, othersOf(cast))
  const of = await storeCase(cast.owner, toStore)
  await storeList(cast.owner, name === 'own' ? actor : cast.people.northgateNurse, of.listId)
  const part = [actor.serviceId, of.episodeId]
  if (situation.afterwards === 'ran-out')
    await cast.owner.query(
      `update case_part set until = app.now() - interval '1 hour' where service_id = $1 and episode_id = $2`,
      part,
    )
  if (situation.afterwards === 'glass-broken')
    await cast.owner.query(
      `insert into break_glass (id, account_id, service_id, reason, basis, because, episode_id, person_id, at, until, review_due_at)
       select gen_random_uuid(), m.account_id, m.service_id, 'life-at-risk', 'vital-interests', 'lies in the doorway', e.id, e.person_id,
         app.now(), app.now() + interval '1 hour', app.now() + interval '1 day'
       from custody_episode e, membership m where m.service_id = $1 and e.id = $2`,
      part,
    )
  return of
}

/** A release list of this person's service, read and waiting for a decision about its second line. */
async function storeList(owner: Owner, { accountId, serviceId }: Actor, listId: string): Promise<void> {
  await owner.query(
    `insert into release_list (id, service_id, uploaded_by, uploaded_at, state, lines_total, counts)
     values ($1, $2, $3, app.now(), 'ready', 1, '{"possible-duplicate": 1, "undecided": 1}')`,
    [listId, serviceId, accountId],
  )
  await put(owner, 'release_list_line', [
    {
      list_id: listId,
      line: 2,
      service_id: serviceId,
      result: 'possible-duplicate',
      leaves_sooner: false,
      of_line: 3,
      fields: [],
      cells: { prisonNumber: 'K1', familyName: 'Somebody', givenNames: 'Else' },
      number_key: 'K1',
    },
  ])
}
