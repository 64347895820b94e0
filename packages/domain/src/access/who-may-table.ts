import type { ServiceKind } from '../service/service-kinds.ts'
import type { Category, Grant, Relation, Role } from './access-codes.ts'
import {
  ALL_WHO_SIGN_IN,
  ASKS_HOURS,
  CASE_KINDS,
  CLINICAL_KINDS,
  COMMUNITY_KINDS,
  DOSING_KINDS,
  HAS_OR_HOLDS,
  HAS_TAKEN,
  HOLDS,
  HOLDS_OR_LOOKS,
  IS_ASKED,
  IS_ASKED_OR_LOOKS,
  OF_OWN_SERVICE,
  PRISONS_ONLY,
  TREATMENT_KINDS,
} from './who-groups.ts'

/** Somebody may do it in these parts; `any` when the action is about no single case. */
type Parts = readonly Relation[] | 'any'

export type ActionRule = {
  /** Who, and with which part of their service in the case. A role that is not named may not. */
  by: Partial<Record<Role, Parts>>
  /** The category that the service's kind must be open to; null when the action shows or changes none. */
  category: Category | null
  /** Only services of these kinds, beyond what the category leaves. Null: any kind. */
  kinds: readonly ServiceKind[] | null
  /** Only with this grant, whoever it is. Left out: none is asked for. */
  grant?: Grant
  /** Only with this grant in this role; other roles need none. Left out: none is asked of anybody. */
  grantOf?: Partial<Record<Role, Grant>>
}

/** A manager looks after what is held about persons with this grant only. */
const OFFICER = { manager: 'privacy-officer' } as const satisfies ActionRule['grantOf']

/**
 * Who may do what, in one table: action × role × part in the case, and the kinds of service beside it. Use cases ask
 * it, pages read their buttons from it, the access matrix walks all of it, and row level security must agree. An action
 * has the name of its procedure.
 *
 * `closing` is the 30 days after release or end: the prison still records late entries and answers a rejection, the
 * community service still writes down what happened. What is offered can be read and answered, not worked on.
 */
export const WHO_MAY = {
  'person.search': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'identity', CASE_KINDS),
  'person.find-likely': rule({ 'prison-health': 'any' }, 'identity', PRISONS_ONLY),
  'person.add': rule({ 'prison-health': 'any' }, 'identity', PRISONS_ONLY),
  // Somebody stands at the desk without papers: the ask is about nobody until the prison names a case of its own.
  'arrival-request.list': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, null, CASE_KINDS),
  'arrival-request.ask': rule({ caseworker: 'any' }, 'identity', COMMUNITY_KINDS),
  'arrival-request.answer': rule({ 'prison-health': HOLDS }, 'identity', PRISONS_ONLY),
  'person.correct': rule({ 'prison-health': HOLDS }, 'identity', PRISONS_ONLY),
  'person.record-contact-safety': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'identity'),
  'release.board': rule({ 'prison-health': 'any', manager: 'any' }, 'release', PRISONS_ONLY),
  'release.change-date': rule({ 'prison-health': ['own'] }, 'release', PRISONS_ONLY),
  'release.cancel': rule({ 'prison-health': ['own'] }, 'release', PRISONS_ONLY),
  'release.record': rule({ 'prison-health': ['own'] }, 'release', PRISONS_ONLY),
  'release.confirmation': rule({ 'prison-health': ['own'] }, 'identity', PRISONS_ONLY),
  'release.standing': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'release.earlier': rule({ 'prison-health': ['own'] }, 'release', PRISONS_ONLY),
  'release.record-exclusions': rule({ 'prison-health': ['own'] }, 'release', PRISONS_ONLY),
  'release.transfer': rule({ 'prison-health': ['own'] }, 'release', PRISONS_ONLY),
  'release.recall': rule({ 'prison-health': ['closing'] }, 'release', PRISONS_ONLY),
  // About nobody whom the prison knows: they are named whole, or nothing is told.
  'release.take-in': rule({ 'prison-health': 'any' }, 'identity', PRISONS_ONLY),
  'release.undo': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'print-pack.by-episode': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  // Nobody may be kept from saying that somebody died: whoever has the person, whatever their kind.
  'custody-episode.record-event': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'custody-episode.answer-event': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'minimum-pack.list': rule({ 'prison-health': 'any' }, 'omt', PRISONS_ONLY),
  'minimum-pack.by-episode': rule({ 'prison-health': HOLDS }, 'omt', PRISONS_ONLY),
  'minimum-pack.record': rule({ 'prison-health': ['own'] }, 'omt', PRISONS_ONLY),
  'court-day.tick': rule({ 'prison-health': ['own'] }, 'omt', PRISONS_ONLY),
  'release-list.list': rule({ 'prison-health': 'any' }, 'release', PRISONS_ONLY),
  'release-list.lines': rule({ 'prison-health': 'any' }, 'identity', PRISONS_ONLY),
  'release-list.preview': rule({ 'prison-health': 'any' }, 'identity', PRISONS_ONLY),
  'release-list.decide': rule({ 'prison-health': 'any' }, 'identity', PRISONS_ONLY),
  'release-list.confirm': rule({ 'prison-health': 'any' }, 'identity', PRISONS_ONLY),

  'care-plan.by-episode': rule(
    { 'prison-health': HOLDS_OR_LOOKS, caseworker: IS_ASKED_OR_LOOKS, manager: OF_OWN_SERVICE },
    'release',
  ),
  'care-plan.record-fact': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'care-plan.renew': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'care-plan.close': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'checklist.set-status': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'checklist.my-list': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'release', CASE_KINDS),
  'checklist.by-id': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED, manager: OF_OWN_SERVICE }, 'release'),
  'checklist.preview': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN, manager: HAS_OR_HOLDS }, 'release'),
  'checklist.assign': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN, manager: HAS_OR_HOLDS }, 'release'),
  'checklist.finish': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'checklist.undo': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'checklist.set-due': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'checklist.comment': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'document.attach': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'document.read': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED, manager: OF_OWN_SERVICE }, 'release'),
  'document.remove': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'timeline.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED, manager: OF_OWN_SERVICE }, 'release'),
  // A clinician of the prison, and a privacy officer of any service with a part. That the asker stands in the circle the parts say.
  'restriction.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED, manager: OF_OWN_SERVICE }, 'identity'),
  'restriction.set': {
    ...rule({ 'prison-health': HOLDS, manager: OF_OWN_SERVICE }, 'identity'),
    grantOf: OFFICER,
  },
  // Managers who were admitted to the circle admit those who do the work: the use case and the database ask for that.
  'restriction.change-circle': rule({ 'prison-health': HOLDS, manager: OF_OWN_SERVICE }, 'identity'),
  'restriction.lift': {
    ...rule({ 'prison-health': HOLDS, manager: OF_OWN_SERVICE }, 'identity'),
    grantOf: OFFICER,
  },
  // About nobody until the press: whoever has no part names the person whole, says why, and on which ground.
  'break-glass.open': rule({ 'prison-health': 'any', caseworker: 'any' }, 'omt', TREATMENT_KINDS),
  // Privacy officers of the service and of its area; once nobody looked in time, the area's managers. Which, the database says.
  'break-glass.reviews': rule({ manager: 'any' }, null, [...CASE_KINDS, 'region']),
  'break-glass.review': rule({ manager: 'any' }, null, [...CASE_KINDS, 'region']),
  // What was agreed to is read where the person is or was held and by who wrote it down; anybody who works on the case takes it back.
  'consent.by-episode': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'consent.withdraw': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'consent.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'health'),
  'consent.override': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'health', CLINICAL_KINDS),
  'objection.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'health'),
  'objection.decide': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'health', CLINICAL_KINDS),
  'objection.open': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'health', CLINICAL_KINDS),
  'partner.record-wish': rule({ 'prison-health': ['own'] }, 'partner', PRISONS_ONLY),
  'partner.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'partner', null, 'may-see-couples'),
  'partner.record-answer': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'partner', null, 'may-see-couples'),
  'partner.name': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'partner', null, 'may-see-couples'),
  'sharing-note.by-episode': rule(
    { 'prison-health': HOLDS, caseworker: HAS_TAKEN },
    'sharing-note',
    TREATMENT_KINDS,
    'may-see-couples',
  ),
  'sharing-note.record': rule(
    { 'prison-health': HOLDS, caseworker: HAS_TAKEN },
    'sharing-note',
    TREATMENT_KINDS,
    'may-see-couples',
  ),
  'sharing-note.take-back': rule(
    { 'prison-health': HOLDS, caseworker: HAS_TAKEN },
    'sharing-note',
    TREATMENT_KINDS,
    'may-see-couples',
  ),
  'partner.plan-together': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'partner', null, 'may-see-couples'),

  'medication.by-episode': rule({ 'prison-health': HOLDS_OR_LOOKS, caseworker: IS_ASKED_OR_LOOKS }, 'omt'),
  'medication.record-treatment': rule({ 'prison-health': ['own'] }, 'omt', PRISONS_ONLY),
  'medication.record-dose': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'medication.correct-dose': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'medication.agree-lateness': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'medication.confirm-regime': rule({ 'prison-health': ['own'] }, 'omt', PRISONS_ONLY),
  'dose-list.today': rule({ 'prison-health': 'any', caseworker: 'any' }, 'omt', DOSING_KINDS),
  'dose-list.give': rule({ 'prison-health': ['own'], caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'dose-list.undo': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'dose-list.calls': rule({ 'prison-health': 'any', caseworker: 'any' }, 'omt', DOSING_KINDS),
  'dose-list.record-call': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'cover-plan.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'omt'),
  'cover-plan.what-if': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'omt'),
  'cover-plan.record-prescription': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'cover-plan.set-prescription': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'cover-plan.record-supply': rule({ 'prison-health': ['own'] }, 'omt', PRISONS_ONLY),
  'cover-plan.record-reach': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt'),
  'cover-plan.decide': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'cover-plan.sign': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'cover-plan.withdraw': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt', DOSING_KINDS),
  'gap.board': rule({ 'prison-health': 'any', caseworker: 'any' }, 'omt', CASE_KINDS),
  'gap.digest-choice': rule({ 'prison-health': 'any', caseworker: 'any' }, null, TREATMENT_KINDS),
  'gap.choose-digest': rule({ 'prison-health': 'any', caseworker: 'any' }, null, TREATMENT_KINDS),
  'gap.digest-failures': rule({ administrator: 'any' }, null),
  'gap.retry-digests': rule({ administrator: 'any' }, null),
  'gate-list.today': rule({ 'prison-health': 'any', caseworker: 'any' }, 'release', CASE_KINDS),
  'naloxone.record-kit': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'naloxone'),

  'barrier.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED, manager: OF_OWN_SERVICE }, 'release'),
  'barrier.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'barrier.report': rule({ manager: 'any' }, null),
  'what-helps.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'health'),
  'what-helps.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'health'),
  'supporter.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'support'),
  'supporter.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'support'),
  'how-was-it.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'release'),
  'how-was-it.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'how-was-it.due': rule({ 'prison-health': 'any', caseworker: 'any' }, 'release', CASE_KINDS),
  'how-was-it.figures': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, null),
  'overdose-plan.by-episode': rule({ 'prison-health': HOLDS_OR_LOOKS, caseworker: IS_ASKED_OR_LOOKS }, 'naloxone'),
  'overdose-plan.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'naloxone'),
  'overdose-report.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'naloxone'),
  'overdose-report.contact': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'naloxone'),
  'own-words.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'own-words'),
  'own-words.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'own-words'),
  'own-words.comment': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'own-words'),

  'evidence-letter.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'release'),
  'evidence-letter.make': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'circumstance.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'release'),
  'belongings.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'belongings'),
  'kept-date.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'treatment-away.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'omt'),
  'housing.record-place': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'housing'),
  'health-supply.by-episode': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'health'),
  'health-supply.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'health'),
  'housing.record-first-night': rule({ 'prison-health': ['closing'], caseworker: HAS_TAKEN }, 'housing'),
  'appointment.book': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'contact.record': rule({ 'prison-health': ['closing'], caseworker: HAS_TAKEN }, 'release'),
  'ring-list.list': rule({ 'prison-health': 'any', caseworker: 'any' }, 'release', CASE_KINDS),
  'ring-list.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  'outcome.record': rule({ 'prison-health': ['closing'], caseworker: HAS_TAKEN }, 'release'),

  // A community service hands on what it took only when the chain of accountability is told for that too: not yet.
  'handoff.receivers': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'handoff.send': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'handoff.resend': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'handoff.revoke': rule({ 'prison-health': HOLDS, manager: HOLDS }, 'release', PRISONS_ONLY),
  'handoff.close': rule({ 'prison-health': HOLDS }, 'release', PRISONS_ONLY),
  'handoff.acknowledge': rule({ caseworker: IS_ASKED }, 'release', COMMUNITY_KINDS),
  'handoff.accept': rule({ caseworker: IS_ASKED, manager: IS_ASKED }, 'release', COMMUNITY_KINDS),
  'handoff.reject': rule({ caseworker: IS_ASKED }, 'release', COMMUNITY_KINDS),
  'handoff.return': rule({ caseworker: IS_ASKED }, 'release', COMMUNITY_KINDS),
  'handoff.start': rule({ caseworker: ['accepted'] }, 'release', COMMUNITY_KINDS),
  // What can still be finished is accepted: then that is the part, whatever else the service finished before.
  'handoff.finish': rule({ caseworker: ['accepted'] }, 'release', COMMUNITY_KINDS),
  'handoff.by-id': rule(
    {
      'prison-health': ['own', 'closing', 'ended'],
      caseworker: ['offered', 'accepted', 'closing', 'ended'],
      manager: ['own', 'offered', 'accepted', 'closing', 'ended'],
    },
    'release',
  ),
  'handoff-message.by-handoff': rule(
    {
      'prison-health': ['own', 'closing', 'ended'],
      caseworker: [...IS_ASKED, 'ended'],
      manager: [...OF_OWN_SERVICE, 'ended'],
    },
    'release',
  ),
  'handoff-message.write': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED }, 'release'),
  'handoff.inbox': rule({ caseworker: 'any', manager: 'any' }, 'release', COMMUNITY_KINDS),
  'handoff.preview': rule({ caseworker: IS_ASKED, manager: IS_ASKED }, 'release', COMMUNITY_KINDS),
  'handoff.assign': rule({ caseworker: IS_ASKED, manager: IS_ASKED }, 'release', COMMUNITY_KINDS),
  'shift.digest': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'release', CASE_KINDS),
  'release.what-became': rule({ 'prison-health': 'any' }, 'omt', PRISONS_ONLY),
  'capacity.team': rule({ caseworker: 'any', manager: 'any' }, null, COMMUNITY_KINDS),
  'capacity.state': rule({ caseworker: 'any', manager: 'any' }, null, COMMUNITY_KINDS),
  'saved-filter.keep': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, null, CASE_KINDS),
  'saved-filter.remove': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, null, CASE_KINDS),
  'handoff.sent': rule({ 'prison-health': 'any', manager: 'any' }, 'release', PRISONS_ONLY),
  'outcome.first-hours': rule({ 'prison-health': HOLDS, caseworker: IS_ASKED, manager: OF_OWN_SERVICE }, 'release'),

  'continuity.report': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, null),
  'continuity.cases': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'release', CASE_KINDS),

  'rule-set.list': rule(ALL_WHO_SIGN_IN, null),
  'rule-set.by-kind': rule(ALL_WHO_SIGN_IN, null),
  'rule-set.propose': rule({ administrator: 'any' }, null),
  'rule-set.approve': rule({ 'prison-health': 'any', caseworker: 'any' }, null, DOSING_KINDS, 'approver'),
  // An administrator takes a proposal back; a clinician withdraws with the grant of an approver, which the use case and the database ask for.
  'rule-set.withdraw': rule({ 'prison-health': 'any', caseworker: 'any', administrator: 'any' }, null, [
    ...DOSING_KINDS,
    'administration',
  ]),

  // Whoever plans or works on a release; a manager's figures need none of it.
  'country-pack.list': rule({ 'prison-health': 'any', caseworker: 'any', administrator: 'any' }, null),

  // A manager says it of the own service.
  'admission.record': rule({ administrator: 'any', manager: 'any' }, null),
  'service.list': rule(ALL_WHO_SIGN_IN, null),
  'service.by-id': rule(ALL_WHO_SIGN_IN, null),
  'service.add': rule({ administrator: 'any' }, null),
  'service.set-fallback': rule({ administrator: 'any' }, null),
  'service.change': rule({ administrator: 'any' }, null),
  'service.set-hours': rule({ administrator: 'any' }, null),
  'calendar.holidays': rule({ administrator: 'any' }, null),
  'calendar.change-holiday': rule({ administrator: 'any' }, null),
  'service.add-closure': rule({ administrator: 'any' }, null),
  'service.remove-closure': rule({ administrator: 'any' }, null),
  'hours-confirmation.list': rule(
    { 'prison-health': 'any', caseworker: 'any', administrator: 'any' },
    null,
    ASKS_HOURS,
  ),
  'hours-confirmation.answer': rule(
    { 'prison-health': 'any', caseworker: 'any', administrator: 'any' },
    null,
    ASKS_HOURS,
  ),
  // Which events anybody hears is decided for each: packages/domain/src/live/live-topics.ts.
  'live.follow': rule(ALL_WHO_SIGN_IN, null),
  'notice.standing': rule(ALL_WHO_SIGN_IN, null),
  'notice.list': rule(ALL_WHO_SIGN_IN, null),
  'notice.mark-read': rule(ALL_WHO_SIGN_IN, null),
  'notice.settings': rule(ALL_WHO_SIGN_IN, null),
  'notice.choose': rule(ALL_WHO_SIGN_IN, null),
  'notice.set-duty-mailbox': rule({ manager: 'any' }, null),
  'notice.mail-states': rule({ manager: 'any', administrator: 'any' }, null),
  'job.board': rule({ administrator: 'any' }, null),
  'job.retry': rule({ administrator: 'any' }, null),
  // A manager those of their own service: asked in the use case and by the database, which know whose it is.
  'access.members': rule({ manager: 'any', administrator: 'any' }, null),
  'access.invite': rule({ manager: 'any', administrator: 'any' }, null),
  'access.change-member': rule({ manager: 'any', administrator: 'any' }, null),
  'access.end-membership': rule({ manager: 'any', administrator: 'any' }, null),
  'access.make-reset': rule({ administrator: 'any' }, null),
  'access.record-contact': rule(ALL_WHO_SIGN_IN, null),
  'access.sessions': rule(ALL_WHO_SIGN_IN, null),
  'access.end-session': rule(ALL_WHO_SIGN_IN, null),
  'access.me': rule(ALL_WHO_SIGN_IN, null),
  'access.choose-hat': rule(ALL_WHO_SIGN_IN, null),
  'access.choose-language': rule(ALL_WHO_SIGN_IN, null),
  'access.sign-out-everywhere': rule(ALL_WHO_SIGN_IN, null),
  'retention.board': rule({ administrator: 'any' }, null),
  'retention.propose': rule({ administrator: 'any' }, null),
  'retention.confirm': rule({ administrator: 'any' }, null),
  'retention.set-hold': {
    ...rule({ 'prison-health': HOLDS, manager: HOLDS }, 'identity', PRISONS_ONLY),
    grantOf: OFFICER,
  },

  // Each service answers for what it has: the prison for the whole case, a community service for what it took.
  'data-request.list': rule({ 'prison-health': 'any', caseworker: 'any' }, 'identity', CASE_KINDS),
  'data-request.by-id': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'identity', CASE_KINDS),
  'data-request.record': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'identity', CASE_KINDS),
  'data-request.review': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'identity', CASE_KINDS),
  'data-request.answer': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'identity', CASE_KINDS),
  'data-request.export': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'identity', CASE_KINDS),

  // Prison health, or a manager with the grant of a privacy officer; of both records they hold a case.
  'merge.list': { ...rule({ 'prison-health': 'any', manager: 'any' }, 'identity', PRISONS_ONLY), grantOf: OFFICER },
  'merge.compare': { ...rule({ 'prison-health': HOLDS, manager: HOLDS }, 'identity', PRISONS_ONLY), grantOf: OFFICER },
  'merge.propose': { ...rule({ 'prison-health': HOLDS, manager: HOLDS }, 'identity', PRISONS_ONLY), grantOf: OFFICER },
  'merge.answer': { ...rule({ 'prison-health': HOLDS, manager: HOLDS }, 'identity', PRISONS_ONLY), grantOf: OFFICER },

  'audit.who-saw': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN, manager: OF_OWN_SERVICE }, 'release'),
  'audit.copy': rule({ 'prison-health': HOLDS, caseworker: HAS_TAKEN }, 'release'),
  // Without content: whether the trail is whole, and who did what kind of thing, not with whose case.
  'audit.board': rule({ administrator: 'any' }, null),
  'audit.export-head': rule({ administrator: 'any' }, null),
} as const satisfies Record<string, ActionRule>

function rule<By extends ActionRule['by'], Kinds extends ActionRule['kinds'] = null>(
  by: By,
  category: Category | null,
  kinds: Kinds = null as Kinds,
  grant?: Grant,
): { by: By; category: Category | null; kinds: Kinds; grant?: Grant } {
  return grant === undefined ? { by, category, kinds } : { by, category, kinds, grant }
}
