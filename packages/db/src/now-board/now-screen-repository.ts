import { SCREEN_HOURS } from '@throughcare/domain/now-board/now-lists'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { database } from '../database.ts'
import { newId } from '../uuid.ts'

/** A screen of the actor's service that hangs on a wall now. */
export type NowScreen = { screenId: string; place: string; putUpBy: string; putUpAt: string; until: string }

/** Whose counts a screen shows. */
export type ScreenOf = {
  serviceId: string
  serviceName: string
  serviceKind: ServiceKind
  timeZone: string
  /** Of whoever put it up: what they may not count does not hang there. */
  role: Actor['role']
  until: Date
}

/** The screens of the actor's service that hang now, the latest first. */
export function listScreens({ tx, actor, now }: Deed<Actor>): Promise<NowScreen[]> {
  return tx.$queryRaw<NowScreen[]>`
    select n.id as "screenId", n.place, a.display_name as "putUpBy", app.utc(n.put_up_at) as "putUpAt", app.utc(n.until) as until
    from now_screen n join account a on a.id = n.put_up_by
    where n.service_id = ${actor.serviceId}::uuid and n.taken_down_at is null and n.until > ${now}::timestamptz
    order by n.put_up_at desc, n.id desc limit 50`
}

/** @returns the id of the screen, and until when it hangs */
export async function recordScreen(
  { tx, actor, now }: Deed<Actor>,
  place: string,
): Promise<{ screenId: string; until: Date }> {
  const screenId = newId()
  const until = new Date(now.getTime() + SCREEN_HOURS * 3_600_000)
  await tx.nowScreen.createMany({
    data: [{ id: screenId, serviceId: actor.serviceId, place, putUpAt: now, putUpBy: actor.accountId, until }],
  })
  return { screenId, until }
}

/** Takes a screen of the actor's own service off; false when it does not hang there. */
export async function recordScreenDown({ tx, actor, now }: Deed<Actor>, screenId: string): Promise<boolean> {
  const { count } = await tx.nowScreen.updateMany({
    where: { id: screenId, serviceId: actor.serviceId, takenDownAt: null },
    data: { takenDownAt: now, takenDownBy: actor.accountId },
  })
  return count === 1
}

/** Whose counts does this screen show? Null once it is dark. */
export async function findScreen(screenId: string): Promise<ScreenOf | null> {
  const { rows } = await database().reads.query<ScreenOf>({
    name: 'find-now-screen',
    text: `select service_id as "serviceId", service_name as "serviceName", service_kind as "serviceKind",
      service_time_zone as "timeZone", role, until from app.find_now_screen($1)`,
    values: [screenId],
  })
  return rows[0] ?? null
}
