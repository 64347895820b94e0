import { daysBefore, daysStanding, hoursAfter, type ItemRule } from '../item-rule.ts'
import type { Applies } from '../rule-facts.ts'

const ON_OMT: Applies = [[{ fact: 'on-omt', is: ['yes'] }]]
const ON_OMT_OR_WANTS: Applies = [[{ fact: 'on-omt', is: ['yes', 'wants'] }]]
const WANTS_OMT: Applies = [[{ fact: 'on-omt', is: ['wants'] }]]
const TAKES_DOSES: Applies = [
  [
    { fact: 'on-omt', is: ['yes'] },
    { fact: 'depot', is: ['no', 'unknown'] },
  ],
]
const ON_DEPOT: Applies = [
  [
    { fact: 'on-omt', is: ['yes'] },
    { fact: 'depot', is: ['yes'] },
  ],
]

/** Treatment goes on without a day between. Whom the plan names here is who gets rung when a day would be missed. */
export const OMT_ITEMS = {
  'omt-ask': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: [[{ fact: 'on-omt', is: ['unknown'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(28),
    standingMinutes: daysStanding(1),
    source: 'E10',
  },
  'omt-confirm-regime': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_OMT,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(3),
    standingMinutes: daysStanding(1),
    source: 'definitions.md, In custody',
  },
  'omt-name-prescriber': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_OMT_OR_WANTS,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(14),
    standingMinutes: daysStanding(1),
    source: 'N1, E10',
  },
  'omt-name-dosing-point': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_OMT,
    blockedBy: ['omt-name-prescriber'],
    dueOffsetMinutes: daysBefore(10),
    standingMinutes: daysStanding(2),
    source: 'N1, N9',
  },
  'omt-confirm-dosing-hours': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_OMT,
    blockedBy: ['omt-name-dosing-point'],
    dueOffsetMinutes: daysBefore(7),
    standingMinutes: null,
    source: 'N9, 3a.5',
  },
  'omt-confirmation-letter': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_OMT,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(2),
    standingMinutes: daysStanding(1),
    source: 'N1, H6',
  },
  'omt-book-first-dose': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_OMT,
    doneWhen: [
      [
        { fact: 'on-omt', is: ['yes'] },
        { fact: 'first-appointment', is: ['yes'] },
      ],
    ],
    blockedBy: ['omt-name-dosing-point'],
    dueOffsetMinutes: daysBefore(5),
    standingMinutes: null,
    source: 'E1, E10',
  },
  'omt-cover-until-first-dose': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: TAKES_DOSES,
    blockedBy: ['omt-book-first-dose'],
    dueOffsetMinutes: daysBefore(1),
    standingMinutes: null,
    source: 'N4, 3a.4',
  },
  'omt-book-next-injection': {
    area: 'omt',
    ownerSide: 'prison',
    critical: true,
    neededWhen: ON_DEPOT,
    blockedBy: ['omt-name-prescriber'],
    dueOffsetMinutes: daysBefore(5),
    standingMinutes: null,
    source: '3a.2',
  },
  'omt-request-assessment': {
    area: 'omt',
    ownerSide: 'prison',
    critical: false,
    neededWhen: WANTS_OMT,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(21),
    standingMinutes: daysStanding(3),
    source: 'N5, 3d',
  },
  'omt-safe-storage': {
    area: 'omt',
    ownerSide: 'community',
    critical: false,
    neededWhen: TAKES_DOSES,
    blockedBy: [],
    dueOffsetMinutes: hoursAfter(7 * 24),
    standingMinutes: null,
    source: 'N16, N17',
  },
  'omt-first-dose': {
    area: 'omt',
    ownerSide: 'community',
    critical: true,
    neededWhen: TAKES_DOSES,
    blockedBy: [],
    dueOffsetMinutes: hoursAfter(48),
    standingMinutes: null,
    source: 'E1, definitions.md I1',
  },
  'omt-start-treatment': {
    area: 'omt',
    ownerSide: 'community',
    critical: false,
    neededWhen: WANTS_OMT,
    blockedBy: [],
    dueOffsetMinutes: hoursAfter(21 * 24),
    standingMinutes: null,
    source: 'definitions.md I3',
  },
} as const satisfies Record<string, ItemRule>
