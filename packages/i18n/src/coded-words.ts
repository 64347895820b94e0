import { CATEGORIES, RELATIONS_OR_NONE, ROLES } from '@throughcare/domain/access/access-codes'
import { COUPLES_TERMS, WOMEN_ONLY } from '@throughcare/domain/admission/admission-terms'
import { APPOINTMENT_STATUSES } from '@throughcare/domain/appointment/book-appointment-input'
import { TRAIL_FAULTS } from '@throughcare/domain/audit/trail'
import { TRAIL_DEEDS } from '@throughcare/domain/audit/who-saw'
import { BARRIER_CODES, BARRIER_ENDS, BARRIER_LEVELS } from '@throughcare/domain/barrier/barrier-codes'
import { BELONGINGS_STATES } from '@throughcare/domain/belongings/record-belongings-input'
import { FACT_CODES } from '@throughcare/domain/care-plan/fact-codes'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { ITEM_LISTS } from '@throughcare/domain/checklist/item-lists'
import { ITEM_STATUSES } from '@throughcare/domain/checklist/item-statuses'
import { ITEM_WORKERS } from '@throughcare/domain/checklist/my-list-input'
import { AREA_STATES } from '@throughcare/domain/checklist/progress'
import { RULE_FACTS } from '@throughcare/domain/checklist/rule-facts'
import { ITEM_CODES, RULE_SETS } from '@throughcare/domain/checklist/rule-sets'
import {
  CAPACITIES,
  CONSENT_CATEGORIES,
  CONSENT_EXPLAINED,
  CONSENT_PURPOSES,
  CONSENT_STANDINGS,
} from '@throughcare/domain/consent/consent-codes'
import { SHARING_BASES } from '@throughcare/domain/consent/decide-sharing'
import { BASIS_GROUPS } from '@throughcare/domain/consent/lawful-bases'
import { CHANNELS, CONTACT_OUTCOMES } from '@throughcare/domain/contact/contact-codes'
import { COUNT_OUTCOMES } from '@throughcare/domain/continuity/count-codes'
import { COUNTRY_PACKS } from '@throughcare/domain/country-pack/country-packs'
import { MISSING_STEP_CODES } from '@throughcare/domain/country-pack/did-not-arrive'
import {
  PLAN_ENDS,
  PRESCRIPTION_STATUSES,
  REACH_STATES,
  WAYS_TO_CLOSE,
} from '@throughcare/domain/cover-plan/cover-plan-codes'
import { COVER_NOT_READY_REASONS, COVER_READY_REASONS } from '@throughcare/domain/cover-plan/cover-readiness'
import { EVENT_ANSWERS, EVENT_KINDS, EVENT_UNDO_REASONS } from '@throughcare/domain/custody-episode/custody-event-codes'
import { DOCUMENT_SUBJECTS } from '@throughcare/domain/document/document-codes'
import { MEDIA_TYPES } from '@throughcare/domain/document/media-type'
import { ALERT_END_REASONS, ALERT_RULES } from '@throughcare/domain/dose-alert/decide-dose-alert'
import { QUICK_BLOCKS } from '@throughcare/domain/dose-list/listed-dose'
import { LETTER_FACTS, LETTER_KINDS } from '@throughcare/domain/evidence-letter/letter-codes'
import { DIGEST_CAUSES } from '@throughcare/domain/gap/digest-causes'
import { BOARD_CAUSES } from '@throughcare/domain/gap/gap-board-input'
import { GAP_STEPS } from '@throughcare/domain/gap/gap-causes'
import { GAP_BOARDS } from '@throughcare/domain/gap/gap-of-case'
import { GATE_PRESSES, GATE_REASONS } from '@throughcare/domain/gate-list/gate-presses'
import { HANDOFF_AREA_STATES } from '@throughcare/domain/handoff/handoff-area-state'
import { DEADLINE_REASONS } from '@throughcare/domain/handoff/handoff-deadline'
import { LIST_ORDERS, OUT_FILTERS } from '@throughcare/domain/handoff/handoff-filters'
import { HANDOFF_MOVE_CODES } from '@throughcare/domain/handoff/handoff-moves'
import { HANDOFF_OUTCOMES } from '@throughcare/domain/handoff/handoff-outcomes'
import { CLOSE_REASONS, REJECT_REASONS, REVOKE_REASONS } from '@throughcare/domain/handoff/handoff-reasons'
import { HANDOFF_KINDS, HANDOFF_STATUSES } from '@throughcare/domain/handoff/handoff-statuses'
import { INBOX_TABS } from '@throughcare/domain/handoff/inbox-tabs'
import { SENT_TABS } from '@throughcare/domain/handoff/sent-tabs'
import { SUPPLY_ALERTS } from '@throughcare/domain/health-supply/supply-alerts'
import { SUPPLY_KINDS, SUPPLY_STATES } from '@throughcare/domain/health-supply/supply-codes'
import { TOLD_HOW } from '@throughcare/domain/hours-confirmation/told-how'
import { HOUSING_KINDS } from '@throughcare/domain/housing/housing-codes'
import { HOUSING_PROMPTS } from '@throughcare/domain/housing/housing-prompts'
import { ALL_ANSWERS, ASKING_OUTCOMES, QUESTIONS } from '@throughcare/domain/how-was-it/how-was-it-codes'
import { KEPT_KINDS, KEPT_STATES } from '@throughcare/domain/kept-date/kept-codes'
import { DOSE_KINDS, DOSE_OUTCOMES, MEDICINES, RHYTHMS } from '@throughcare/domain/medication/medication-codes'
import { TITRATIONS } from '@throughcare/domain/medication/medication-history'
import { ALSO_CHECK, RING_WHOM } from '@throughcare/domain/medication/route-person'
import { ROUTING_STANDINGS } from '@throughcare/domain/medication/routing'
import { PACK_PARTS, PACK_STATES } from '@throughcare/domain/minimum-pack/pack-parts'
import { KIT_ALERTS, URGENT_KIT_ALERTS } from '@throughcare/domain/naloxone/kit-alerts'
import { KIT_USE_OUTCOMES } from '@throughcare/domain/naloxone/kit-codes'
import { NOTICE_KINDS } from '@throughcare/domain/notice/notice-kinds'
import { NOTICE_WAYS } from '@throughcare/domain/notice/notice-settings'
import { FIRST_STEP_STATES, FIRST_STEPS } from '@throughcare/domain/outcome/first-steps'
import { DID_NOT_ARRIVE_REASONS, FIRST_NIGHT, OUTCOME_KINDS } from '@throughcare/domain/outcome/outcome-codes'
import {
  NALOXONE_USED,
  OVERDOSE_TOLD_BY,
  YES_NO_NOT_KNOWN,
} from '@throughcare/domain/overdose-report/overdose-report-codes'
import { OWN_WORDS_ANSWERS, SAYING_KINDS, STRATEGY_TASKS } from '@throughcare/domain/own-words/own-words-codes'
import { PARTNER_WISHES } from '@throughcare/domain/partner/partner-wishes'
import { SAFE_CHANNELS } from '@throughcare/domain/person/contact-safety'
import { PERSON_LIKENESSES } from '@throughcare/domain/person/likely-same-person'
import { SEXES } from '@throughcare/domain/person/sexes'
import { COVER_FILTERS } from '@throughcare/domain/release/board-input'
import { CANCEL_REASONS } from '@throughcare/domain/release/cancel-reasons'
import { EXCLUSION_ANSWERS, FRIDAY_EXCLUSIONS } from '@throughcare/domain/release/friday-codes'
import { CERTAINTIES, LEGAL_STATUSES, RELEASE_KINDS } from '@throughcare/domain/release/release-codes'
import { RELEASE_DATE_EFFECTS } from '@throughcare/domain/release/release-date-change'
import { UNDO_REASONS } from '@throughcare/domain/release/undo-reasons'
import { LINE_RESULTS } from '@throughcare/domain/release-list/label-group'
import { RELEASE_LIST_COLUMN_NAMES } from '@throughcare/domain/release-list/release-list-columns'
import { LINE_DECISIONS } from '@throughcare/domain/release-list/release-list-inputs'
import {
  RULE_SET_KINDS,
  RULE_SET_MARKS,
  RULE_SET_REACHES,
  RULE_SET_STATES,
} from '@throughcare/domain/rule-set/rule-set-codes'
import { COUNTRIES_WITH_SUPPLY_WORDS } from '@throughcare/domain/rule-set/shipped-rule-sets'
import { CANNOT_RECEIVE_REASONS } from '@throughcare/domain/service/can-receive'
import { SERVICE_CHANGES } from '@throughcare/domain/service/service-changes'
import { SERVICE_KINDS } from '@throughcare/domain/service/service-kinds'
import { SHARING_KINDS, SHARING_OFFERS } from '@throughcare/domain/sharing-note/sharing-note-codes'
import { SHIFT_KINDS } from '@throughcare/domain/shift/shift-input'
import { CONSENTS, MAY_BE_TOLD, SUPPORTER_ROLES } from '@throughcare/domain/supporter/supporter-codes'
import { TIMELINE_LANES } from '@throughcare/domain/timeline/timeline-lanes'
import { AWAY_MISSING } from '@throughcare/domain/treatment-away/away-readiness'
import { AWAY_STATES, AWAY_TOGETHER } from '@throughcare/domain/treatment-away/record-treatment-away-input'
import { RIGHTS, RIGHTS_SHEETS, type RightsCountry, saidRights } from '@throughcare/domain/what-helps/rights-sheets'
import { AROUND_GOALS, SETTINGS } from '@throughcare/domain/what-helps/what-helps-codes'
import { FIGURE_WORDS } from './figure-words.ts'
import { PRINTED_WORDS } from './printed-words.ts'

/** Items that the person does themselves, in any country: their papers say each in words of their own. */
const OWN_WORK = [...Object.values(RULE_SETS), ...COUNTRY_PACKS.map(({ items }) => items)].flatMap((rules) =>
  Object.entries(rules).flatMap(([code, { ownerSide }]) => (ownerSide === 'person' ? code : [])),
)

/**
 * Where the words of each list of codes stand: namespace and key, and under it one word for every code. A test fails when
 * a code has no words or words have no code. Whoever shows a list of codes adds its line here.
 */
export const CODED_WORDS: Readonly<Record<string, readonly string[]>> = {
  'access.role': ROLES,
  'gate-list.press': GATE_PRESSES,
  'gate-list.reason': GATE_REASONS,
  'overdose-report.told-by': OVERDOSE_TOLD_BY,
  'overdose-report.naloxone': NALOXONE_USED,
  'overdose-report.yes-no': YES_NO_NOT_KNOWN,
  'how-was-it.answer': [...ALL_ANSWERS, 'not-asked'],
  'how-was-it.question': QUESTIONS,
  'person-questions': QUESTIONS,
  'how-was-it.outcome': ASKING_OUTCOMES,
  'how-was-it.setting': SETTINGS,
  'what-helps.setting': SETTINGS,
  'what-helps.goal': AROUND_GOALS,
  'sharing-note.what': SHARING_KINDS,
  'sharing-note.offer': SHARING_OFFERS,
  'consent.category': CONSENT_CATEGORIES,
  'consent.purpose': CONSENT_PURPOSES,
  'consent.explained': CONSENT_EXPLAINED,
  'consent.capacity': CAPACITIES,
  'consent.standing': CONSENT_STANDINGS,
  'consent.basis': SHARING_BASES,
  'consent.group': BASIS_GROUPS,
  'supporter.role': SUPPORTER_ROLES,
  'supporter.consent': CONSENTS,
  'supporter.told': MAY_BE_TOLD,
  'person-rights.right': RIGHTS,
  ...Object.fromEntries(
    (Object.keys(RIGHTS_SHEETS) as RightsCountry[]).map((country) => [`person-rights.${country}`, saidRights(country)]),
  ),
  'own-words.answer': OWN_WORDS_ANSWERS,
  'own-words.kind': SAYING_KINDS,
  'own-words.task': STRATEGY_TASKS,
  'area.name': AREAS,
  'area.short': AREAS,
  'person.sex': SEXES,
  'person.likeness': PERSON_LIKENESSES,
  'item-work.list': ITEM_LISTS,
  'item-work.list-lead': ITEM_LISTS,
  'item-work.worker': ITEM_WORKERS,
  'document.shows': DOCUMENT_SUBJECTS,
  'timeline.lane': TIMELINE_LANES,
  'document.type': Object.keys(MEDIA_TYPES),
  'release.certainty': CERTAINTIES,
  'release.legal-status': LEGAL_STATUSES,
  'release.kind': RELEASE_KINDS,
  'release.effect': RELEASE_DATE_EFFECTS,
  'release.area-state': AREA_STATES,
  'release.handoff': HANDOFF_AREA_STATES,
  'release.cover-filter': COVER_FILTERS,
  'release.undo.reason': UNDO_REASONS,
  'custody-episode.event.kind': EVENT_KINDS,
  'custody-episode.event.does': EVENT_KINDS,
  'custody-episode.event.since': EVENT_KINDS,
  'custody-episode.event.answer': EVENT_ANSWERS,
  'custody-episode.event.take-back.reason': EVENT_UNDO_REASONS,
  'minimum-pack.part': PACK_PARTS,
  'minimum-pack.state': PACK_STATES,
  'release.cancel.reason': CANCEL_REASONS,
  'release.earlier.exclusion': FRIDAY_EXCLUSIONS,
  'release.earlier.answer': EXCLUSION_ANSWERS,
  'release.earlier.not-covered': [...LEGAL_STATUSES, ...FRIDAY_EXCLUSIONS],
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
  'handoff.close-reason': CLOSE_REASONS,
  'handoff.outcome': HANDOFF_OUTCOMES,
  'handoff.because': DEADLINE_REASONS,
  'handoff.cannot-receive': CANNOT_RECEIVE_REASONS,
  'audit.deed': TRAIL_DEEDS,
  'audit.thing': [...CATEGORIES, 'case'],
  'audit.part': RELATIONS_OR_NONE,
  'audit.fault': TRAIL_FAULTS,
  'person-who-saw.kind': SERVICE_KINDS,
  'handoff.category': CATEGORIES,
  'handoff.tab': INBOX_TABS,
  'handoff-list.out': OUT_FILTERS,
  'handoff-list.order': LIST_ORDERS,
  'shift.count': SHIFT_KINDS,
  'what-became.outcome': COUNT_OUTCOMES,
  'handoff.sent-tab': SENT_TABS,
  'outcome.kind': OUTCOME_KINDS,
  'outcome.reason': DID_NOT_ARRIVE_REASONS,
  'outcome.step': FIRST_STEPS,
  'outcome.step-state': FIRST_STEP_STATES,
  'contact.outcome': CONTACT_OUTCOMES,
  'contact.channel': CHANNELS,
  'appointment.status': APPOINTMENT_STATUSES,
  'admission.women': WOMEN_ONLY,
  'admission.takes': COUPLES_TERMS,
  'barrier.what': BARRIER_CODES,
  'barrier.at': BARRIER_LEVELS,
  'barrier.end': BARRIER_ENDS,
  'evidence-letter.kind': LETTER_KINDS,
  'evidence-letter.says': LETTER_KINDS,
  'evidence-letter.fact': Object.keys(LETTER_FACTS),
  'housing.first-night': FIRST_NIGHT,
  'housing.kind-name': HOUSING_KINDS,
  'housing.prompt': HOUSING_PROMPTS,
  'belongings.is': BELONGINGS_STATES,
  'health-supply.what': SUPPLY_KINDS,
  'health-supply.is': SUPPLY_STATES,
  'health-supply.alert': SUPPLY_ALERTS,
  'kept-date.what': KEPT_KINDS,
  'kept-date.is': KEPT_STATES,
  'treatment-away.is': AWAY_STATES,
  'treatment-away.goes': AWAY_TOGETHER,
  'treatment-away.missing': AWAY_MISSING,
  'hours-confirmation.told-how': TOLD_HOW,
  'dose-list.refusal': [...QUICK_BLOCKS, 'too-late-to-undo'],
  'checklist.item': [...ITEM_CODES, ...MISSING_STEP_CODES],
  'checklist.status': ITEM_STATUSES,
  'care-plan.area-state': AREA_STATES,
  'care-plan.rule-fact': Object.keys(RULE_FACTS),
  'care-plan.fact': FACT_CODES,
  'medication.medicine': MEDICINES,
  'medication.rhythm': RHYTHMS,
  'medication.kind': DOSE_KINDS,
  'medication.outcome': DOSE_OUTCOMES,
  'medication.titration': TITRATIONS,
  'rule-set.kind': RULE_SET_KINDS,
  'rule-set.kind-lead': RULE_SET_KINDS,
  'rule-set.mark': RULE_SET_MARKS,
  'rule-set.reach': RULE_SET_REACHES,
  'rule-set.state': RULE_SET_STATES,
  'rule-set.standing': ROUTING_STANDINGS,
  'rule-set.supply': [...COUNTRIES_WITH_SUPPLY_WORDS, 'none'],
  'dose-alert.heading': ALERT_RULES,
  'dose-alert.because': ALERT_END_REASONS,
  'dose-alert.ring': [...RING_WHOM, 'label'],
  'dose-alert.check': [...ALSO_CHECK, 'label'],
  'gap.part-lead': GAP_BOARDS,
  'gap.cause': BOARD_CAUSES,
  'gap.step': GAP_STEPS,
  'gap.digest.mail.cause': DIGEST_CAUSES,
  'notice.kind': NOTICE_KINDS,
  'notice.way': NOTICE_WAYS,
  'naloxone.alert': KIT_ALERTS,
  'naloxone.alert-short': URGENT_KIT_ALERTS,
  'naloxone.used-outcome': KIT_USE_OUTCOMES,
  'cover-plan.way': WAYS_TO_CLOSE,
  'cover-plan.way-text': WAYS_TO_CLOSE,
  'cover-plan.prescription.status': PRESCRIPTION_STATUSES,
  'cover-plan.reach.state': REACH_STATES,
  'cover-plan.plan.because': PLAN_ENDS,
  'cover-plan.ready': [...COVER_READY_REASONS, 'heading'],
  'cover-plan.not-ready': [...COVER_NOT_READY_REASONS, 'heading'],
  'release.agreed': [...COVER_READY_REASONS, ...COVER_NOT_READY_REASONS],
  'partner.wish': PARTNER_WISHES,
  'person.contact-safety.by': [...SAFE_CHANNELS, 'not-asked'],
  'person-item.do': [...new Set(OWN_WORK)],
  ...PRINTED_WORDS,
  'service.kind': SERVICE_KINDS,
  'service.history': [...SERVICE_CHANGES, 'heading', 'none'],
  ...FIGURE_WORDS,
}
