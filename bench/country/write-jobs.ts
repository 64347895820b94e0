import { callOf, floorOf, type Ground, inTurn, type Job, once, requestId, sessionsOf } from './job.ts'

/** The handoffs that wait for an answer, as they were loaded. */
const WAITING = `handoff h where h.receiving_service_id = $1 and exists (select 1 from handoff_move m where m.handoff_id = h.id and m.move = 'send')
  and not exists (select 1 from handoff_move m where m.handoff_id = h.id and m.move <> 'send' and m.at < $2)`

/** When measuring began: what was moved since is put back. */
const began = new Date().toISOString()

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
  'drop table again',
]

async function putBack({ owner, places }: Ground): Promise<void> {
  await owner.query('set session_replication_role = replica')
  for (const text of PUT_BACK) {
    const values = [places.busy.id, began]
    const used = values.filter((_, at) => text.includes(`$${at + 1}`))
    // A statement that makes a table takes no parameters.
    const whole = text.startsWith('create')
      ? text.replace('$1', `'${places.busy.id}'`).replace('$2', `'${began}'`)
      : text
    await owner.query(whole, whole === text ? used : [])
  }
  await owner.query('reset session_replication_role')
  for (const table of ['handoff', 'case_part', 'checklist_item', 'handoff_move']) await owner.query(`vacuum ${table}`)
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
