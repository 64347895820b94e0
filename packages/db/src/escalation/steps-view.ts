import type { EscalationStep } from '@throughcare/domain/escalation/escalation-steps'

/** A step that was taken, as the page of its handoff shows it. Instants are ISO texts. */
export type StoredStep = {
  id: string
  step: EscalationStep
  because: string | null
  plannedAt: string
  at: string
  /** The services whose people were told. */
  told: string[]
  /** Who has it instead, by which agreement. The handoff itself is opened by its sender. */
  heir: { handoffId: string | null; name: string; agreedOn: string; agreedWith: string } | null
}

/** The steps of the handoff with the id `handoff`, oldest first, as one column of a statement; `isSender` opens the heir's. */
export function stepsSql(handoff: string, isSender: string): string {
  return `coalesce((
    select jsonb_agg(jsonb_build_object('id', x.id, 'step', x.step, 'because', x.because, 'plannedAt', x.planned_at, 'at', x.at,
      'told', array(select v.name from service v where v.id = any (x.told_service_ids) order by v.name),
      'heir', case when x.successor_id is not null then jsonb_build_object(
        'handoffId', case when ${isSender} then x.successor_id end, 'agreedOn', x.agreed_on, 'agreedWith', x.agreed_with,
        'name', (select v.name from service v where v.id = x.told_service_ids[1])) end) order by x.at, x.id)
    from escalation x where x.handoff_id = ${handoff}), '[]')`
}

/** Instead of whom the receiver of the handoff answers for it, and by which agreement; null where it was sent by a person. */
export type HeirOf = { name: string; agreedOn: string; agreedWith: string }

/** The same as one column of a statement. */
export function heirOfSql(handoff: string): string {
  return `(select jsonb_build_object('name', v.name, 'agreedOn', x.agreed_on, 'agreedWith', x.agreed_with)
    from escalation x join handoff p on p.id = x.handoff_id join service v on v.id = p.receiving_service_id
    where x.successor_id = ${handoff} limit 1)`
}
