import type { Action } from '../access/who-may.ts'

/**
 * What goes on with the work of a case, or sends something to or about the person: none of it may be pressed once they died or
 * were taken out of the country. What has happened before may still be written down: a dose, a call, a kit.
 */
const STOPPED_ACTIONS = [
  'appointment.book',
  'care-plan.record-fact',
  'care-plan.renew',
  'checklist.set-status',
  'cover-plan.decide',
  'cover-plan.sign',
  'cover-plan.record-prescription',
  'cover-plan.record-supply',
  'handoff.send',
  'handoff.resend',
  'handoff-message.write',
  'medication.confirm-regime',
  'medication.record-treatment',
  'minimum-pack.record',
  'partner.name',
  'partner.plan-together',
  'partner.record-answer',
  'partner.record-wish',
  'release.cancel',
  'release.change-date',
  'release.recall',
  'release.record',
  'release.transfer',
] as const satisfies readonly Action[]

/** Is the action over when work on the case has stopped? */
export function stopsWithTheCase(action: Action): boolean {
  return (STOPPED_ACTIONS as readonly Action[]).includes(action)
}
