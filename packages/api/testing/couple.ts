import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import type { CastPerson } from '@throughcare/db/testing/cast'
import type { CaseOptions, StoryCase } from '@throughcare/db/testing/story'
import type { RecordPartnerAnswerInput } from '@throughcare/domain/partner/partner-inputs'
import { runPartners } from '../src/partner/run-partners.ts'
import type { Caller, Scene } from './scene.ts'

/** One person of a couple, with somebody who may see couples and works on the case. */
export type Half = StoryCase & {
  familyName: string
  givenNames: string
  dateOfBirth: string
  worker: Caller
  actor: Actor
}

/** Gives somebody of the cast the grant without which nobody sees a link. */
export async function maySeeCouples(scene: Scene, who: CastPerson): Promise<Actor> {
  const actor = scene.people[who]
  await scene.owner.query(`update membership set grants = '{may-see-couples}' where id = $1`, [actor.membershipId])
  return { ...actor, grants: ['may-see-couples'] }
}

/** A person with a case, and who works on it. */
export async function aHalf(scene: Scene, who: CastPerson, of: CaseOptions & { familyName: string }): Promise<Half> {
  const actor = await maySeeCouples(scene, who)
  const told = { givenNames: 'Kim', dateOfBirth: '1984-04-28', ...of }
  const one = await scene.aCase(told)
  return { ...one, ...told, dateOfBirth: told.dateOfBirth ?? '1984-04-28', worker: scene.as(actor), actor }
}

/** What somebody says alone; yes when nothing else is given. */
export function saysAlone(half: Half, more: Partial<RecordPartnerAnswerInput> = {}) {
  return press(half, (side) => half.worker.partner.recordAnswer({ ...side, ...yes, ...more }))
}

/** Names the other by name and date of birth. */
export function names(half: Half, other: Pick<Half, 'familyName' | 'givenNames' | 'dateOfBirth'>) {
  const { familyName, givenNames, dateOfBirth } = other
  const named = { way: 'name-and-birth' as const, familyName, givenNames, dateOfBirth: dateOfBirth as never }
  return press(half, (side) => half.worker.partner.name({ ...side, named }))
}

/** A time for both at this service, in the name of this side. */
export function meets(half: Half, serviceId: string, at = '2026-04-07T09:00:00Z') {
  return press(half, (side) =>
    half.worker.partner.planTogether({
      ...side,
      planned: { kind: 'appointment', serviceId, at: new Date(at), place: null },
    }),
  )
}

/** The first day of treatment of this side. */
export function starts(half: Half, startsOn: string) {
  return press(half, (side) =>
    half.worker.partner.planTogether({ ...side, planned: { kind: 'start', startsOn: startsOn as never } }),
  )
}

/** The appointments of this side, as they are stored. */
export async function appointmentsOf(scene: Scene, { episodeId }: Half): Promise<unknown[]> {
  const text = 'select status, area, at from appointment where episode_id = $1 order by at'
  return (await scene.owner.query(text, [episodeId])).rows
}

/** The page of this side. */
export function pageOf(half: Half) {
  return half.worker.partner.byEpisode({ episodeId: half.episodeId })
}

/** Something done from the page as it is now. */
export async function press<T>(
  half: Half,
  work: (side: { episodeId: string; requestId: string; seenVersion: number | null }) => Promise<T>,
): Promise<T> {
  const { version } = await pageOf(half)
  return work({ episodeId: half.episodeId, requestId: randomUUID(), seenVersion: version })
}

/** Both said yes and named each other, and a run has passed. */
export async function linked(scene: Scene, one: Half, other: Half, runAt: string): Promise<void> {
  for (const [half, partner] of [
    [one, other],
    [other, one],
  ] as const) {
    await saysAlone(half)
    await names(half, partner)
  }
  await runsAt(scene, runAt)
}

/** The clock comes to this hour, and the run is made. */
export async function runsAt(scene: Scene, at: string): Promise<number> {
  await scene.setClock(new Date(at))
  return runPartners()
}

const yes = {
  answer: 'yes',
  askedOn: '2026-03-26' as never,
  seenAlone: true,
  isBlocked: false,
  leaving: null,
  wantsCode: false,
} as const
