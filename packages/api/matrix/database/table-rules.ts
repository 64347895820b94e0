import { CATEGORIES_OF_KIND } from '@throughcare/domain/service/service-kinds'
import {
  aboutSharing,
  hasAdded,
  insertOnly,
  inTheInbox,
  isClinical,
  isEnd,
  isOfTheHouse,
  isOwn,
  isPrisonStaff,
  never,
  ofCase,
  type TableRule,
  withGrant,
} from './rule-forms.ts'

/** Every table of which rows belong to a case. */
export const CASE_TABLES: Readonly<Record<string, TableRule>> = {
  person: {
    ...ofCase('identity', 'id'),
    adds: {
      as: ({ hat }) => ({ created_by_service_id: hat.actor.serviceId }),
      may: (_row, access) => isPrisonStaff(access),
    },
  },
  person_identifier: {
    ...ofCase('identity', 'person_id'),
    adds: { as: ({ hat }) => ({ issuer_service_id: hat.actor.serviceId }), may: (_row, access) => hasAdded(access) },
  },
  contact_safety: ofCase('identity', 'person_id'),
  custody_episode: {
    ...ofCase('release', 'id'),
    adds: {
      as: ({ hat }) => ({ created_by_service_id: hat.actor.serviceId }),
      may: (_row, access) => hasAdded(access),
    },
  },
  // A stay is written once, with the episode; transfers are not built.
  custody_stay: {
    ...ofCase('release'),
    changes: never,
    adds: { as: ({ hat }) => ({ prison_service_id: hat.actor.serviceId }), may: never },
  },
  release_date_change: insertOnly('release'),
  release_record: insertOnly('release'),
  release_exclusion: insertOnly('release'),
  release_undo: insertOnly('release'),
  custody_event: insertOnly('release'),
  custody_event_answer: insertOnly('release'),
  care_plan: ofCase('release'),
  care_plan_renewal: insertOnly('release'),
  care_plan_closing_wish: insertOnly('release'),
  care_plan_closing: insertOnly('release'),
  own_words: insertOnly('own-words'),
  own_words_comment: insertOnly('own-words'),
  partner_wish: ofCase('partner'),
  partner_side: withGrant(insertOnly('partner')),
  // Left by the daily run, and written by nobody else.
  partner_shown: { ...withGrant(insertOnly('partner')), adds: null },
  partner_joint: { ...withGrant(ofCase('partner')), touch: 'is_joint' },
  medication_treatment: ofCase('omt'),
  dose: insertOnly('omt'),
  dose_alert: { ...ofCase('omt'), touch: 'ended_because' },
  bridging_prescription: ofCase('omt'),
  planned_supply: insertOnly('omt'),
  reachability: insertOnly('omt'),
  agreed_lateness: insertOnly('omt'),
  cover_plan: ofCase('omt'),
  // Worked out by whoever may write the treatment. One row a case, begun by a trigger: nobody adds a second.
  cover_gap: { ...ofCase('omt'), touch: 'stale_at' },
  // Only the answer to the call may be written.
  double_dose_call: { ...ofCase('omt'), touch: 'made_at' },
  minimum_pack: insertOnly('omt'),
  court_day: ofCase('omt'),
  naloxone_kit: ofCase('naloxone'),
  overdose_plan: insertOnly('naloxone'),
  what_helps: insertOnly('health'),
  sharing_note: withGrant({
    ...ofCase('sharing-note'),
    touch: 'version',
    adds: {
      as: ({ hat }) => ({ service_id: hat.actor.serviceId, recorded_by: hat.actor.accountId }),
      may: (_row, { writable }) => writable.has('sharing-note'),
    },
  }),
  // Details of somebody else: to the house, to whoever wrote them down, and to whom a consent names.
  supporter: {
    ...ofCase('support'),
    asksMore: true,
    reads: (row, access) => access.open.has('support') && (isOfTheHouse(access) || isOwn(row, access)),
    changes: (row, access) => access.writable.has('support') && (isOfTheHouse(access) || isOwn(row, access)),
  },
  // It says by itself what there is to share; the consents of the stage are for a region and open nothing.
  sharing_consent: { ...aboutSharing, changes: null },
  sharing_override: { ...aboutSharing, touch: 'version' },
  objection: {
    ...ofCase('health'),
    asksMore: true,
    touch: 'version',
    changes: (_row, access) => isClinical(access) && access.writable.has('health'),
    adds: {
      as: ({ hat }) => ({ service_id: hat.actor.serviceId, recorded_by: hat.actor.accountId }),
      may: (_row, access) => isClinical(access) && access.writable.has('health'),
    },
  },
  // Whoever works on the case writes down what their kind may know, under their own name, and reads it again.
  how_was_it: {
    category: 'own',
    caseIn: 'episode_id',
    reads: (row, { open, hat }) =>
      open.has(String(row.category)) || (open.has('release') && row.service_id === hat.actor.serviceId),
    changes: null,
    adds: {
      as: ({ hat }) => ({ service_id: hat.actor.serviceId }),
      may: (row, { writable, hat }) =>
        writable.has('release') && (CATEGORIES_OF_KIND[hat.kind] as readonly string[]).includes(String(row.category)),
    },
  },
  // Only the contact may be written onto a report.
  overdose_report: { ...ofCase('naloxone'), touch: 'version' },
  barrier: insertOnly('area'),
  health_supply: insertOnly('category'),
  belongings: insertOnly('belongings'),
  housing_place: insertOnly('housing'),
  kept_date: insertOnly('area'),
  treatment_away: insertOnly('omt'),
  evidence_letter: insertOnly('category'),
  contact_attempt: insertOnly('release'),
  ring_call: insertOnly('area'),
  send_set: insertOnly('release'),
  case_fact: ofCase('category'),
  checklist_item: ofCase('area'),
  checklist_item_change: insertOnly('area'),
  item_edit: insertOnly('area'),
  item_comment: insertOnly('area'),
  // Of whoever types it, and of nobody else.
  item_draft: {
    category: 'own',
    caseIn: 'episode_id',
    touch: 'saved_at',
    reads: (row, { hat, open }) => row.account_id === hat.actor.accountId && open.has(String(row.area)),
    changes: (row, { hat, writable }) => row.account_id === hat.actor.accountId && writable.has(String(row.area)),
    adds: {
      as: ({ hat }) => ({ account_id: hat.actor.accountId }),
      may: (row, { writable }) => writable.has(String(row.area)),
    },
  },
  document: { ...ofCase('category'), touch: 'removed_at' },
  appointment: ofCase('area'),
  outcome: insertOnly('category'),
  // Both ends keep the envelope; only an end with a living part moves it; a new one is sent under one's own name.
  handoff: {
    category: 'envelope',
    caseIn: 'episode_id',
    touch: 'version',
    reads: (row, access) => isEnd(row, access) || access.open.has(String(row.area)),
    changes: (row, access) => isEnd(row, access) && access.lives,
    adds: {
      as: ({ hat }) => ({
        sending_service_id: hat.actor.serviceId,
        accountable_service_id: hat.actor.serviceId,
        status: 'draft',
      }),
      may: (row, { writable }) => writable.has(String(row.area)),
    },
  },
  open_handoff: inTheInbox,
  handoff_move: {
    category: 'envelope',
    caseIn: 'episode_id',
    reads: (row, access) => isEnd(row, access) || access.open.has(String(row.area)),
    changes: null,
    adds: { as: ({ hat }) => ({ by_service_id: hat.actor.serviceId }), may: isEnd },
  },
  // Both ends, while their part opens the area: an envelope holds no message. Under one's own name, not by managers.
  // What was done while nobody answered: read and written down by the ends, as the moves are.
  escalation: {
    category: 'envelope',
    caseIn: 'episode_id',
    reads: (row, access) => isEnd(row, access) || access.open.has(String(row.area)),
    changes: null,
    adds: {
      as: ({ hat }) => ({ by_service_id: hat.actor.serviceId, by_account: hat.actor.accountId }),
      may: isEnd,
    },
  },
  handoff_message: {
    category: 'envelope',
    caseIn: 'episode_id',
    reads: (row, access) => isEnd(row, access) && access.open.has(String(row.area)),
    changes: null,
    adds: {
      as: ({ hat }) => ({ from_service_id: hat.actor.serviceId, by_account: hat.actor.accountId }),
      may: (row, access) => access.hat.role !== 'manager' && isEnd(row, access) && access.open.has(String(row.area)),
    },
  },
  handoff_message_seen: {
    category: 'envelope',
    caseIn: 'episode_id',
    reads: (row, access) => isEnd(row, access) && access.open.has(String(row.area)),
    changes: null,
    adds: {
      as: ({ hat }) => ({ service_id: hat.actor.serviceId, account_id: hat.actor.accountId }),
      may: (row, access) => isEnd(row, access) && access.open.has(String(row.area)),
    },
  },
  case_part: {
    category: 'envelope',
    caseIn: 'episode_id',
    reads: ({ service_id }, { hat }) => hat.role !== 'administrator' && service_id === hat.actor.serviceId,
    changes: null,
    adds: null,
  },
}

/** Known to whoever wears a hat: they name nobody who left prison. Nobody writes them through the app's role. */
export const REFERENCE_TABLES = [
  'area',
  'public_holiday',
  /** What administrators said about them: through app.change_holiday alone. */
  'holiday_change',
  /** Names of colleagues; not their addresses and passwords. */
  'account',
  /** Of one's own service. */
  'membership',
] as const

/** Known as reference is, and kept up by some through the app's role: who may is looked at in database-kept.test.ts. */
export const KEPT_TABLES = [
  'service',
  'service_hours',
  'service_closure',
  'service_closure_removal',
  'service_change',
  'service_day',
  'service_admission',
  'rule_set_version',
] as const

/** Each person's or service's own, whatever the case; looked at one by one in own-tables. */
export const OWN_TABLES = [
  /** Who may know at all: a row of it would close the cases of the stage. restricted-records.test.ts and restriction.test.ts. */
  'restriction',
  'restriction_member',
  /** Of whoever pressed, and without the case of those who review: open-break-glass.test.ts. */
  'break_glass',
  'break_glass_review',
  /** Of two records at once: merge.test.ts of packages/api and the policies' own parts. */
  'person_merge',
  'person_merge_move',
  /** Written and read by nobody: partner.test.ts of packages/api. */
  'partner_naming',
  /** Of the service that was asked: data-request.test.ts. */
  'data_request',
  /** Rules, counts and runs of administrators, and holds of those who hold a case: retention.test.ts. */
  'retention_rule',
  'retention_run',
  'retention_count',
  'legal_hold',
  'data_request_review',
  'saved_filter',
  'capacity_statement',
  'release_list',
  'release_list_line',
  'request',
  'audit_entry',
  /** Hashes and ids, to the system actor and administrators: seal-rights.test.ts. */
  'audit_seal',
  'audit_head',
  'audit_check',
  'digest_choice',
  'digest_sent',
  /** Of the service that asks and the prison that is asked, and of no case until it is answered. */
  'arrival_request',
  'notice',
  'notice_withdrawal',
  'notice_entry',
  'notice_settings',
  'notice_mail',
  'notice_post',
  'service_duty_mailbox',
  'simulation',
  /** Of the service whose counts hang on a wall, and of the managers of the one whose figures left: now-board and figure-export.test.ts. */
  'now_screen',
  'figure_export',
  'figure_annotation',
  'figure_annotation_withdrawal',
  /** Kept by the worker; totals are read by their own scope, checks by administrators: rolled-up.test.ts of packages/api. */
  'counted_mark',
  'counted_group',
  'counted_release',
  'counted_total',
  'release_to_count',
  'figure_check',
] as const

/** The worker's queue: ids and no names, and no policy. Listed by schema. */
export const QUEUE_SCHEMA = 'pgboss'
