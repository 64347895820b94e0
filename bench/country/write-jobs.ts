import { callOf, floorOf, type Ground, inTurn, type Job, once, requestId, sessionsOf } from './job.ts'
import type { Answer } from './wire.ts'

/** The handoffs that wait for an answer, as they were loaded. */
const WAITING = `handoff h where h.receiving_service_id = $1 and exists (select 1 from handoff_move m where m.handoff_id = h.id and m.move = 'send')
  and not exists (select 1 from handoff_move m where m.handoff_id = h.id and m.move <> 'send' and m.at < $2)`

/** Puts back what earlier stretches acknowledged, with all that followed from it, so that each stretch begins alike. */
const PUT_BACK = [
  `create temporary table again as select h.id, h.episode_id, h.area, h.sending_service_id from ${WAITING} and h.status = 'acknowledged'`,
  `update handoff h set status = 'sent', acknowledged_at = null, acknowledged_by = null, accountable_service_id = h.sending_service_id,
     accept_due_at = null, next_step_at = case clock_stage when 0 then half_at when 1 then ring_at when 2 then due_at end
   from again where again.id = h.id`,
  `delete from handoff_move m using again where again.id = m.handoff_id and m.move <> 'send'`,
  `update checklist_item i set accountable_service_id = again.sending_service_id from again
   where i.episode_id = again.episode_id and i.area = again.area and i.status <> 'done' and i.owner_side <> 'prison'`,
  `update case_part p set relation = 'offered', writes = '{}' from again where p.service_id = $1 and p.episode_id = again.episode_id`,
  `delete from notice_entry where notice_id in (select n.id from notice n join again on again.id = n.handoff_id)`,
  `delete from notice_post where notice_id in (select n.id from notice n join again on again.id = n.handoff_id)`,
  `delete from notice n using again where again.id = n.handoff_id`,
  'delete from open_handoff o using again where again.id = o.handoff_id',
  'select app.list_open_handoffs(again.episode_id) from again',
  'drop table again',
]

async function putBack({ owner, places, loadedAt }: Ground): Promise<void> {
  await owner.query('set session_replication_role = replica')
  for (const text of PUT_BACK) {
    const values = [places.busy.id, loadedAt]
    const used = values.filter((_, at) => text.includes(`$${at + 1}`))
    // A statement that makes a table takes no parameters.
    const whole = text.startsWith('create')
      ? text.replace('$1', `'${places.busy.id}'`).replace('$2', `'${loadedAt}'`)
      : text
    await owner.query(whole, whole === text ? used : [])
  }
  await owner.query('reset session_replication_role')
  for (const table of ['handoff', 'open_handoff', 'case_part', 'checklist_item', 'handoff_move'])
    await owner.query(`vacuum ${table}`)
}

export const ACKNOWLEDGE: Job = {
  name: 'acknowledge',
  kind: 'write',
  prepare: async (ground) => {
    const { busy } = ground.places
    await putBack(ground)
    const { rows } = await ground.owner.query<{ id: string; version: number }>(
      `select h.id, h.version from handoff h where h.receiving_service_id = $1 and h.status = 'sent' order by md5(h.id::text)`,
      [busy.id],
    )
    const session = inTurn(sessionsOf(ground, busy.id, 'caseworker'))
    const next = once(rows)
    const pressOf = ({ id, version }: { id: string; version: number }) => ({
      path: 'handoff.acknowledge',
      input: { handoffId: id, seenVersion: version, requestId: requestId() },
      session: session(),
    })
    const floor = inTurn(rows.map(({ id }) => floorOf(ground, 'acknowledge', [busy.id, busy.workers[0], id])))
    return {
      product: () => {
        const handoff = next()
        return handoff && { bytes: callOf(ground, pressOf(handoff)) }
      },
      floor: () => ({ bytes: floor() }),
      input: null,
    }
  },
}

/** Takes back the doses of earlier stretches and what they changed, so that no history grows with the measuring. */
async function takeBackDoses({ owner, loadedAt }: Ground): Promise<void> {
  await owner.query('set session_replication_role = replica')
  await owner.query(`delete from dose where recorded_at >= $1`, [loadedAt])
  await owner.query(`delete from double_dose_call where raised_at >= $1`, [loadedAt])
  await owner.query('reset session_replication_role')
  for (const table of ['dose', 'medication_treatment', 'cover_gap']) await owner.query(`vacuum ${table}`)
}

type Treated = { episodeId: string; treatmentId: string; version: number }

/** The service records a dose of today for people who came to it, one after the other; each press sees the version of the last. */
export const RECORD_DOSE: Job = {
  name: 'record-dose',
  kind: 'write',
  prepare: async (ground) => {
    const { busy } = ground.places
    await takeBackDoses(ground)
    const { rows } = await ground.owner.query<Treated>(
      `select t.episode_id as "episodeId", t.id as "treatmentId", t.version from case_part p
       join medication_treatment t on t.episode_id = p.episode_id and t.rhythm = 'daily' join custody_episode e on e.id = t.episode_id
       where p.service_id = $1 and p.relation = 'accepted' and 'omt' = any (p.writes) and e.released_at < now() - interval '2 days'
       order by t.id`,
      [busy.id],
    )
    const session = inTurn(sessionsOf(ground, busy.id, 'caseworker'))
    const today = new Date().toISOString().slice(0, 10)
    const free = [...rows]
    const floor = inTurn(
      rows.map(({ treatmentId }) => floorOf(ground, 'record-dose', [busy.id, busy.workers[0], treatmentId, today])),
    )
    return {
      product: () => {
        const one = free.shift()
        if (!one) return null
        const input = {
          episodeId: one.episodeId,
          treatmentId: one.treatmentId,
          seenVersion: one.version,
          requestId: requestId(),
          ...DOSE,
          forDay: today,
          toDay: today,
        }
        return {
          bytes: callOf(ground, { path: 'medication.recordDose', input, session: session() }),
          done: (answer: Answer) => {
            if (answer.status === 200) free.push({ ...one, version: one.version + 1 })
          },
        }
      },
      floor: () => ({ bytes: floor() }),
      input: null,
    }
  },
}

const DOSE = {
  kind: 'supervised',
  outcome: 'given',
  givenAt: null,
  parts: 1,
  product: null,
  reason: null,
  isSecondMeant: true,
}
