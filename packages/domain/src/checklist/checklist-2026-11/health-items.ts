import { daysBefore, daysStanding, hoursAfter, type ItemRule } from '../item-rule.ts'
import type { Applies } from '../rule-facts.ts'

const OTHER_MEDICINE: Applies = [[{ fact: 'other-medicine', is: ['yes'] }]]

/** Health beside the treatment. No title names an illness or a medicine. */
export const HEALTH_ITEMS = {
  'health-letter': {
    area: 'health',
    ownerSide: 'prison',
    critical: false,
    neededWhen: 'always',
    blockedBy: [],
    dueOffsetMinutes: daysBefore(2),
    standingMinutes: daysStanding(2),
    source: 'E11, 3f',
  },
  'health-medicine-in-hand': {
    area: 'health',
    ownerSide: 'prison',
    critical: true,
    neededWhen: OTHER_MEDICINE,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(1),
    standingMinutes: daysStanding(2),
    source: 'E6, 3e',
  },
  'health-who-continues': {
    area: 'health',
    ownerSide: 'prison',
    critical: false,
    neededWhen: OTHER_MEDICINE,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(14),
    standingMinutes: daysStanding(3),
    source: 'E6, 3e',
  },
  'health-pregnancy-care': {
    area: 'health',
    ownerSide: 'prison',
    critical: true,
    neededWhen: [[{ fact: 'pregnant', is: ['yes'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(14),
    standingMinutes: daysStanding(1),
    source: 'E11',
  },
  'health-doctor': {
    area: 'health',
    ownerSide: 'community',
    critical: false,
    neededWhen: 'always',
    blockedBy: ['benefits-health-cover'],
    dueOffsetMinutes: hoursAfter(14 * 24),
    standingMinutes: null,
    source: 'E4, 3f',
  },
} as const satisfies Record<string, ItemRule>
