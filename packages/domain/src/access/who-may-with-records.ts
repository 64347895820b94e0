import { type ActionRule, rule } from './action-rule.ts'
import {
  ALL_WHO_SIGN_IN,
  CASE_KINDS,
  CLINICAL_KINDS,
  HAS_TAKEN,
  HOLDS,
  IS_ASKED,
  OF_OWN_SERVICE,
  PRISONS_ONLY,
  TREATMENT_KINDS,
} from './who-groups.ts'

/** A manager looks after what is held about persons with this grant only. */
const OFFICER = { manager: 'privacy-officer' } as const satisfies ActionRule['grantOf']

/** Who may do what about sharing, couples, closed records and what is held about people: a part of WHO_MAY. */
export const WHO_MAY_WITH_RECORDS = {
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
  'retention.by-episode': {
    ...rule({ 'prison-health': HOLDS, manager: HOLDS }, 'identity', PRISONS_ONLY),
    grantOf: OFFICER,
  },
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
  // Counts of the own service's lists, without a name; the names for whoever has just proved who they are.
  'now-board.show': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'release', CASE_KINDS),
  'now-board.names': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'identity', CASE_KINDS),
  'now-board.put-up': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'release', CASE_KINDS),
  'now-board.take-down': rule({ 'prison-health': 'any', caseworker: 'any', manager: 'any' }, 'release', CASE_KINDS),
  // Releases of the own scope replayed under other rules: figures without a case, for whoever answers for how it is done.
  'simulation.list': rule({ manager: 'any' }, null, [...TREATMENT_KINDS, 'region']),
  'simulation.start': rule({ manager: 'any' }, null, [...TREATMENT_KINDS, 'region']),
  'simulation.cancel': rule({ manager: 'any' }, null, [...TREATMENT_KINDS, 'region']),
  // Figures that leave are the managers' of the scope: small numbers are out of them, and they name nobody.
  'figure-export.list': rule({ manager: 'any' }, null),
  'figure-export.by-id': rule({ manager: 'any' }, null),
  'figure-export.make': rule({ manager: 'any' }, null),
  'figure-export.approve': rule({ manager: 'any' }, null),
  // Without content: whether the trail is whole, and who did what kind of thing, not with whose case.
  'audit.board': rule({ administrator: 'any' }, null),
  'audit.export-head': rule({ administrator: 'any' }, null),
} as const satisfies Record<string, ActionRule>
