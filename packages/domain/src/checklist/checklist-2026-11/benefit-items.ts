import { daysBefore, daysStanding, hoursAfter, type ItemRule } from '../item-rule.ts'
import type { Applies } from '../rule-facts.ts'

const NEEDS_BENEFIT: Applies = [[{ fact: 'needs-benefit', is: ['yes', 'unknown'] }]]
const NEEDS_BENEFIT_AND_ACCOUNT: Applies = [
  [
    { fact: 'needs-benefit', is: ['yes', 'unknown'] },
    { fact: 'has-bank-account', is: ['no', 'unknown'] },
  ],
]

/** Money, cover and the chain that stops them: no proof of identity, no bank account, no benefit (E4). */
export const BENEFIT_ITEMS = {
  'benefits-bank-account': {
    area: 'benefits',
    ownerSide: 'prison',
    critical: false,
    neededWhen: NEEDS_BENEFIT_AND_ACCOUNT,
    blockedBy: ['documents-id'],
    dueOffsetMinutes: daysBefore(28),
    standingMinutes: null,
    source: 'E4, 3f',
  },
  'benefits-collect-evidence': {
    area: 'benefits',
    ownerSide: 'prison',
    critical: false,
    neededWhen: NEEDS_BENEFIT,
    blockedBy: ['documents-id'],
    dueOffsetMinutes: daysBefore(21),
    standingMinutes: null,
    source: 'E4, 3f',
  },
  'benefits-prepare-claim': {
    area: 'benefits',
    ownerSide: 'prison',
    critical: false,
    neededWhen: NEEDS_BENEFIT,
    blockedBy: ['benefits-bank-account', 'benefits-collect-evidence'],
    dueOffsetMinutes: daysBefore(14),
    standingMinutes: null,
    source: 'E4, U29, 3f',
  },
  'benefits-health-cover': {
    area: 'benefits',
    ownerSide: 'prison',
    critical: true,
    neededWhen: [[{ fact: 'has-health-cover', is: ['no', 'unknown'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(7),
    standingMinutes: daysStanding(3),
    source: 'E4, 3f',
  },
  'benefits-book-appointment': {
    area: 'benefits',
    ownerSide: 'prison',
    critical: false,
    neededWhen: NEEDS_BENEFIT,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(5),
    standingMinutes: null,
    source: 'E4, 3f',
  },
  'benefits-money-for-first-days': {
    area: 'benefits',
    ownerSide: 'prison',
    critical: true,
    neededWhen: 'always',
    blockedBy: [],
    dueOffsetMinutes: daysBefore(2),
    standingMinutes: daysStanding(1),
    source: 'E4, 3f',
  },
  'benefits-claim': {
    area: 'benefits',
    ownerSide: 'community',
    critical: false,
    neededWhen: NEEDS_BENEFIT,
    blockedBy: ['benefits-prepare-claim'],
    dueOffsetMinutes: hoursAfter(24),
    standingMinutes: null,
    source: 'E4, 3f',
  },
} as const satisfies Record<string, ItemRule>
