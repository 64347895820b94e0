import type { Area } from '../areas.ts'
import { HEALTH_ITEMS } from '../checklist-2026-11/health-items.ts'
import { HOUSING_ITEMS } from '../checklist-2026-11/housing-items.ts'
import { NALOXONE_ITEMS } from '../checklist-2026-11/naloxone-items.ts'
import { SUPPORT_ITEMS } from '../checklist-2026-11/support-items.ts'
import { daysBefore, daysStanding, hoursAfter, type ItemRule } from '../item-rule.ts'
import type { Applies } from '../rule-facts.ts'

/** A course that must not break. Which one it is stands in no title and no code. */
const ON_A_COURSE: Applies = [
  [{ fact: 'hiv-treatment', is: ['yes'] }],
  [{ fact: 'hcv-treatment', is: ['yes'] }],
  [{ fact: 'psychiatric-medicine', is: ['yes'] }],
]

const IN_STORE: Applies = [[{ fact: 'belongings-in-store', is: ['yes'] }], [{ fact: 'belongings-listed', is: ['yes'] }]]

/** What the second edition asks for beside the first: each hangs on a fact, so a plan of which nothing is known stays short. */
export const ADDED_ITEMS = {
  'health-course-in-hand': {
    area: 'health',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_A_COURSE,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(1),
    standingMinutes: daysStanding(2),
    source: 'E6, 3e (i), (iv)',
  },
  'health-course-who-continues': {
    area: 'health',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_A_COURSE,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(14),
    standingMinutes: daysStanding(3),
    source: 'E6, 3e (iv)',
  },
  'health-course-appointment-kept': {
    area: 'health',
    ownerSide: 'community',
    critical: false,
    neededWhen: ON_A_COURSE,
    blockedBy: ['health-course-who-continues'],
    dueOffsetMinutes: hoursAfter(14 * 24),
    standingMinutes: null,
    source: '3e (iv)',
  },
  'health-doctor': { ...HEALTH_ITEMS['health-doctor'], doneWhen: [[{ fact: 'has-doctor', is: ['yes'] }]] },
  'naloxone-overdose-plan': {
    ...NALOXONE_ITEMS['naloxone-overdose-plan'],
    doneWhen: [[{ fact: 'overdose-plan', is: ['made', 'declined'] }]],
  },
  'support-own-words': {
    ...SUPPORT_ITEMS['support-own-words'],
    doneWhen: [[{ fact: 'own-words', is: ['yes', 'chose-not-to'] }]],
  },
  'omt-ask-other-pharmacy': wordTask('omt', 'asks-other-pharmacy', 'N8'),
  'omt-ask-other-time': wordTask('omt', 'asks-other-time', 'N9'),
  'omt-ask-depot': wordTask('omt', 'asks-depot', 'N11'),
  'support-money-held': wordTask('support', 'asks-money-held', 'N11'),
  'housing-first-night': {
    ...HOUSING_ITEMS['housing-first-night'],
    doneWhen: [
      [{ fact: 'first-night', is: ['own-address', 'with-others', 'temporary'] }],
      [{ fact: 'first-night-confirmed', is: ['yes'] }],
    ],
  },
  'housing-keep-my-home': {
    ...HOUSING_ITEMS['housing-keep-my-home'],
    doneWhen: [[{ fact: 'kept-home-written', is: ['yes'] }]],
  },
  'work-keep-my-job': {
    ...SUPPORT_ITEMS['work-keep-my-job'],
    doneWhen: [[{ fact: 'kept-job-written', is: ['yes'] }]],
  },
  'belongings-inventory': {
    ...SUPPORT_ITEMS['belongings-inventory'],
    neededWhen: IN_STORE,
    doneWhen: [[{ fact: 'belongings-listed', is: ['yes'] }]],
  },
  'belongings-collect': {
    ...SUPPORT_ITEMS['belongings-collect'],
    neededWhen: IN_STORE,
    doneWhen: [[{ fact: 'belongings-gone', is: ['yes'] }]],
  },
  'health-after-treatment-away': {
    area: 'health',
    ownerSide: 'prison',
    critical: true,
    neededWhen: [[{ fact: 'treatment-away', is: ['yes'] }], [{ fact: 'treatment-away-ready', is: ['yes', 'no'] }]],
    doneWhen: [[{ fact: 'treatment-away-ready', is: ['yes'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(14),
    standingMinutes: null,
    source: 'H4, E2',
  },
  'documents-letters-address': {
    area: 'documents',
    ownerSide: 'prison',
    critical: false,
    neededWhen: [[{ fact: 'has-address', is: ['no'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(14),
    standingMinutes: daysStanding(7),
    source: 'F13, 3f',
  },
  'documents-right-to-stay': {
    area: 'documents',
    ownerSide: 'prison',
    critical: false,
    neededWhen: [[{ fact: 'residence', is: ['undocumented'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(28),
    standingMinutes: daysStanding(7),
    source: '3f',
  },
  'support-way-to-reach': {
    area: 'support',
    ownerSide: 'prison',
    critical: false,
    neededWhen: [[{ fact: 'has-phone', is: ['no'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(2),
    standingMinutes: daysStanding(1),
    source: 'F13, H12',
  },
  'support-what-happened-last-time': {
    area: 'support',
    ownerSide: 'prison',
    critical: false,
    neededWhen: [[{ fact: 'legal-status', is: ['recalled'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(21),
    standingMinutes: daysStanding(3),
    source: 'definitions.md, Back inside',
  },
  'support-court-day': {
    area: 'support',
    ownerSide: 'prison',
    critical: false,
    neededWhen: [[{ fact: 'legal-status', is: ['remand', 'convicted-unsentenced'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(1),
    standingMinutes: daysStanding(2),
    source: 'N1, N2',
  },
} as const satisfies Record<string, ItemRule>

/** What a person asked for in their own words: theirs to have answered, in the first week outside. */
function wordTask(area: Area, fact: WordTaskFact, source: string): ItemRule {
  return {
    area,
    ownerSide: 'community',
    critical: false,
    neededWhen: [[{ fact, is: ['yes'] }]],
    blockedBy: [],
    dueOffsetMinutes: hoursAfter(7 * 24),
    standingMinutes: null,
    source,
  }
}

type WordTaskFact = 'asks-other-pharmacy' | 'asks-other-time' | 'asks-depot' | 'asks-money-held'
