import type { Area } from '@throughcare/domain/checklist/areas'
import type { PossibleReceiver } from '@throughcare/domain/service/can-receive'
import type { Deed } from '../as-actor.ts'

/** A service as far as handing over to it goes: whether it can receive, and how it is rung. */
export type ReceiverService = PossibleReceiver & {
  name: string
  phone: string | null
  dutyContactName: string | null
  dutyContactPhone: string | null
}

type Row = Omit<ReceiverService, 'activeMembers' | 'hasDutyContact'> & { isStaffed: boolean; receives: Area[] }

/**
 * Every service that could be handed anything, by name; which of them can take what is the domain's question.
 *
 * `serviceAreas` holds the service's own area, every larger one and every smaller one: a service of the whole county works in
 * each of its towns. How many people work there is nobody's business, so `activeMembers` is 1 or 0.
 */
export async function findReceiverServices({ tx }: Deed): Promise<ReceiverService[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with recursive within as (
      select a.id as small, a.id as large from area a
      union all
      select w.small, a.parent_id from within w join area a on a.id = w.large where a.parent_id is not null
    )
    select s.id, s.name, s.kind, s.country, s.receives, s.phone, s.duty_contact_name as "dutyContactName",
      s.duty_contact_phone as "dutyContactPhone", s.id in (select app.staffed_services()) as "isStaffed",
      array(select w.large from within w where w.small = s.area_id union select w.small from within w where w.large = s.area_id)
        as "serviceAreas"
    from service s
    order by s.name, s.id`
  return rows.map(({ isStaffed, ...row }) => ({
    ...row,
    activeMembers: isStaffed ? 1 : 0,
    hasDutyContact: row.dutyContactPhone !== null,
  }))
}

/** Whether this account acts as a caseworker for the actor's own service now, so that a handoff can be put in its name. */
export async function isCaseworkerHere({ tx, actor, now }: Deed, accountId: string): Promise<boolean> {
  const count = await tx.membership.count({
    where: {
      accountId,
      serviceId: actor.serviceId,
      role: 'caseworker',
      OR: [{ until: null }, { until: { gt: now } }],
    },
  })
  return count > 0
}
