import { CATEGORIES, ROLES } from '@throughcare/domain/access/access-codes'
import { APPOINTMENT_STATUSES } from '@throughcare/domain/appointment/book-appointment-input'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { CHANNELS, CONTACT_OUTCOMES } from '@throughcare/domain/contact/contact-codes'
import { HANDOFF_AREA_STATES } from '@throughcare/domain/handoff/handoff-area-state'
import { DEADLINE_REASONS } from '@throughcare/domain/handoff/handoff-deadline'
import { HANDOFF_MOVE_CODES } from '@throughcare/domain/handoff/handoff-moves'
import { REJECT_REASONS, REVOKE_REASONS } from '@throughcare/domain/handoff/handoff-reasons'
import { HANDOFF_KINDS, HANDOFF_STATUSES } from '@throughcare/domain/handoff/handoff-statuses'
import { INBOX_TABS } from '@throughcare/domain/handoff/inbox-tabs'
import { SENT_TABS } from '@throughcare/domain/handoff/sent-tabs'
import { FIRST_STEP_STATES, FIRST_STEPS } from '@throughcare/domain/outcome/first-steps'
import { DID_NOT_ARRIVE_REASONS, FIRST_NIGHT, OUTCOME_KINDS } from '@throughcare/domain/outcome/outcome-codes'
import { LINE_RESULTS } from '@throughcare/domain/release-list/label-group'
import { RELEASE_LIST_COLUMN_NAMES } from '@throughcare/domain/release-list/release-list-columns'
import { LINE_DECISIONS } from '@throughcare/domain/release-list/release-list-inputs'
import { CANNOT_RECEIVE_REASONS } from '@throughcare/domain/service/can-receive'

/**
 * Where the words of each list of codes stand: namespace and key, and under it one word for every code. A test fails when
 * a code has no words or words have no code. Whoever shows a list of codes adds its line here.
 */
export const CODED_WORDS: Readonly<Record<string, readonly string[]>> = {
  'access.role': ROLES,
  'area.name': AREAS,
  'area.short': AREAS,
  'release-list.result': LINE_RESULTS,
  'release-list.column': RELEASE_LIST_COLUMN_NAMES,
  'release-list.decide': [...LINE_DECISIONS, 'legend', 'saved', 'change'],
  'handoff.status': HANDOFF_STATUSES,
  'handoff.area-state': HANDOFF_AREA_STATES,
  'handoff.kind': HANDOFF_KINDS,
  'handoff.move': HANDOFF_MOVE_CODES,
  'handoff.moved': HANDOFF_MOVE_CODES,
  'handoff.reject-reason': REJECT_REASONS,
  'handoff.revoke-reason': REVOKE_REASONS,
  'handoff.because': DEADLINE_REASONS,
  'handoff.cannot-receive': CANNOT_RECEIVE_REASONS,
  'handoff.category': CATEGORIES,
  'handoff.tab': INBOX_TABS,
  'handoff.sent-tab': SENT_TABS,
  'outcome.kind': OUTCOME_KINDS,
  'outcome.reason': DID_NOT_ARRIVE_REASONS,
  'outcome.step': FIRST_STEPS,
  'outcome.step-state': FIRST_STEP_STATES,
  'contact.outcome': CONTACT_OUTCOMES,
  'contact.channel': CHANNELS,
  'appointment.status': APPOINTMENT_STATUSES,
  'housing.first-night': FIRST_NIGHT,
}
