import { daysBefore, daysStanding, hoursAfter, type ItemRule } from '../item-rule.ts'
import type { Applies } from '../rule-facts.ts'

const NO_HOME: Applies = [[{ fact: 'has-address', is: ['no', 'unknown'] }]]

/** The first night, and what follows it. Nothing here may hint at a treatment: housing services read it. */
export const HOUSING_ITEMS = {
  'housing-ask': {
    area: 'housing',
    ownerSide: 'prison',
    critical: true,
    neededWhen: [
      [
        { fact: 'has-address', is: ['unknown'] },
        { fact: 'first-night', is: ['unknown'] },
      ],
    ],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(56),
    standingMinutes: daysStanding(1),
    source: 'E2',
  },
  'housing-refer-early': {
    area: 'housing',
    ownerSide: 'prison',
    critical: false,
    neededWhen: [[{ fact: 'has-address', is: ['no'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(56),
    standingMinutes: daysStanding(3),
    source: 'E2, 3f',
  },
  'housing-first-night': {
    area: 'housing',
    ownerSide: 'prison',
    critical: true,
    neededWhen: NO_HOME,
    doneWhen: [[{ fact: 'first-night', is: ['own-address', 'with-others', 'temporary'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(7),
    standingMinutes: daysStanding(2),
    source: 'E2, N16',
  },
  'housing-keep-my-home': {
    area: 'housing',
    ownerSide: 'prison',
    critical: false,
    neededWhen: [[{ fact: 'keeps-tenancy', is: ['yes'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(28),
    standingMinutes: daysStanding(3),
    source: 'H4',
  },
  'housing-way-from-gate': {
    area: 'housing',
    ownerSide: 'prison',
    critical: false,
    neededWhen: 'always',
    blockedBy: ['housing-first-night'],
    dueOffsetMinutes: daysBefore(3),
    standingMinutes: daysStanding(2),
    source: 'E2',
  },
  'housing-first-night-known': {
    area: 'housing',
    ownerSide: 'community',
    critical: true,
    neededWhen: 'always',
    blockedBy: [],
    dueOffsetMinutes: hoursAfter(24),
    standingMinutes: null,
    source: 'definitions.md I8',
  },
  'housing-first-week': {
    area: 'housing',
    ownerSide: 'community',
    critical: false,
    neededWhen: NO_HOME,
    blockedBy: [],
    dueOffsetMinutes: hoursAfter(3 * 24),
    standingMinutes: null,
    source: 'E2',
  },
  'housing-first-month': {
    area: 'housing',
    ownerSide: 'community',
    critical: false,
    neededWhen: NO_HOME,
    blockedBy: ['housing-first-week'],
    dueOffsetMinutes: hoursAfter(7 * 24),
    standingMinutes: null,
    source: 'E2',
  },
} as const satisfies Record<string, ItemRule>
