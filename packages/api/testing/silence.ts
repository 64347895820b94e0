import type { Scene } from '@throughcare/db/testing/scene'
import { sweepHandoffs } from '../src/escalation/sweep-handoffs.ts'

const AT = new Date('2026-12-24T16:00:00Z')
/** What falls due in a minute is done in less than one, so that no sweep falls behind. */
const MOST_SECONDS = 60

/** So many emergencies of one minute, nine tenths of which nobody answers: what the sweeps do, and whether none is lost. */
export async function silence(
  { owner, services, people }: Pick<Scene, 'owner' | 'services' | 'people'>,
  handoffs: number,
): Promise<{ ok: boolean; figures: Record<string, number> }> {
  const setClock = (minutes: number) =>
    owner.query(
      `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
       on conflict (one_row) do update set by = excluded.by`,
      [new Date(AT.getTime() + minutes * 60_000)],
    )
  const count = async (text: string): Promise<number> =>
    Number((await owner.query<{ count: string }>(`select count(*) as count from ${text}`)).rows[0]?.count)
  const figures: Record<string, number> = { handoffs }
  let slowest = 0
  const sweepAt = async (minutes: number, step: string) => {
    await setClock(minutes)
    const began = performance.now()
    const { taken } = await sweepHandoffs()
    const seconds = (performance.now() - began) / 1000
    slowest = Math.max(slowest, seconds)
    figures[`${step} taken`] = taken
    figures[`${step} seconds`] = Number(seconds.toFixed(1))
  }
  const unseen = () =>
    count(
      `handoff h where h.status = 'sent' and h.due_at <= app.now() and not exists (select 1 from escalation e
         where e.handoff_id = h.id and e.step = 'managers-told')`,
    )

  await setClock(0)
  await store(owner, services, people.northgateNurse.accountId, handoffs)
  const taken = Math.floor(handoffs / 10)
  await sweepAt(122, 'half')
  await owner.query(
    `update handoff set status = 'acknowledged', accountable_service_id = receiving_service_id, acknowledged_at = app.now(),
       acknowledged_by = $1, version = 1 where id in (select id from handoff order by id limit $2)`,
    [people.harbourWorker.accountId, taken],
  )
  await sweepAt(182, 'ring')
  await sweepAt(242, 'time-out')
  figures['past the deadline unseen'] = await unseen()
  figures['with the fallback'] = await count(
    `handoff where status = 'sent' and accountable_service_id = receiving_service_id`,
  )
  await sweepAt(242, 'again')
  await sweepAt(242 + 245, 'managers')
  figures['past the fallback’s deadline unseen'] = await unseen()
  const twice = await count(`(select 1 from escalation group by handoff_id, step having count(*) > 1) as twice`)
  const silent = handoffs - taken
  return {
    ok:
      figures['past the deadline unseen'] === 0 &&
      figures['past the fallback’s deadline unseen'] === 0 &&
      figures['with the fallback'] === silent &&
      figures['half taken'] === handoffs &&
      figures['ring taken'] === silent &&
      figures['time-out taken'] === silent &&
      figures['again taken'] === 0 &&
      figures['managers taken'] === silent &&
      twice === 0 &&
      slowest < MOST_SECONDS,
    figures: { ...figures, 'steps taken twice': twice },
  }
}

/** Cases of today with one emergency handoff each, sent within the minute, and a fallback that agreed. */
async function store(
  owner: Scene['owner'],
  services: Scene['services'],
  nurse: string,
  handoffs: number,
): Promise<void> {
  const { northgate, harbour, riverside } = services
  await owner.query(
    `update service set fallback_service_id = $2, fallback_agreed_on = '2026-01-05', fallback_contact = 'Duty lead' where id = $1`,
    [harbour, riverside],
  )
  const each = `generate_series(1, ${handoffs}) as n`
  const id = (table: number) => `('00000000-0000-7${table}00-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  await owner.query(
    `insert into person (id, family_name, given_names, other_names, name_key, sex, languages, created_by_service_id, created_at)
     select ${id(1)}, 'Silent', 'N' || n, '{}', 'silent n' || n, 'unknown', '{}', $1, app.now() from ${each}`,
    [northgate],
  )
  await owner.query(
    `insert into custody_episode (id, person_id, legal_status, admitted_on, release_country, release_date, release_certainty,
       created_by_service_id, created_at)
     select ${id(2)}, ${id(1)}, 'remand', '2026-11-01', 'GB', '2026-12-24', 'confirmed', $1, app.now() from ${each}`,
    [northgate],
  )
  await owner.query(
    `insert into custody_stay (id, episode_id, prison_service_id, from_at)
     select ${id(3)}, ${id(2)}, $1, '2026-11-01T09:00:00Z' from ${each}`,
    [northgate],
  )
  await owner.query(
    `update custody_episode set released_at = app.now() - interval '10 minutes', learned_at = app.now(), release_recorded_at = app.now(),
       release_kind = 'unplanned', ended_on = '2026-12-24', ended_because = 'released'`,
  )
  await owner.query(`update custody_stay set until_at = app.now() - interval '10 minutes'`)
  await owner.query(
    `insert into send_set (id, episode_id, sending_service_id, sent_at, sent_by)
     select ${id(4)}, ${id(2)}, $1, app.now() + n * interval '1 minute' / ${handoffs}, $2 from ${each}`,
    [northgate, nurse],
  )
  await owner.query(
    `insert into handoff (id, episode_id, person_id, send_set_id, area, kind, sending_service_id, receiving_service_id,
       accountable_service_id, status, carries, due_at, sent_at)
     select ${id(5)}, ${id(2)}, ${id(1)}, ${id(4)}, 'omt', 'emergency', $1, $2, $1, 'sent', app.categories_of_area('omt'),
       s.sent_at + interval '4 hours', s.sent_at from ${each} join send_set s on s.id = ${id(4)}`,
    [northgate, harbour],
  )
}
