import { AT_RELEASE, daysBefore, daysStanding, hoursAfter, type ItemRule } from '../item-rule.ts'
import type { Applies } from '../rule-facts.ts'

/** Offered unless somebody has recorded that there is no opioid need. Whoever has not been asked is offered it. */
const OFFERED: Applies = [[{ fact: 'opioid-need', is: ['yes', 'unknown'] }]]

const OFFERED_AND_NOT_DECLINED: Applies = [
  [
    { fact: 'opioid-need', is: ['yes', 'unknown'] },
    { fact: 'kit', is: ['none', 'unknown', 'in-property', 'left-in-prison', 'handed-over'] },
  ],
]

/** A kit in the person's hand. Training stands beside it and never before it: it blocks nothing (definitions.md). */
export const NALOXONE_ITEMS = {
  'naloxone-train': {
    area: 'naloxone',
    ownerSide: 'prison',
    critical: false,
    neededWhen: OFFERED,
    doneWhen: [[{ fact: 'naloxone-trained', is: ['yes'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(14),
    standingMinutes: daysStanding(1),
    source: 'N1, E15',
  },
  'naloxone-put-kit-in-property': {
    area: 'naloxone',
    ownerSide: 'prison',
    critical: true,
    neededWhen: OFFERED_AND_NOT_DECLINED,
    doneWhen: [[{ fact: 'kit', is: ['in-property', 'handed-over', 'left-in-prison'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(7),
    standingMinutes: daysStanding(1),
    source: 'N1, 3b',
  },
  'naloxone-hand-over-kit': {
    area: 'naloxone',
    ownerSide: 'prison',
    critical: true,
    neededWhen: [
      [
        { fact: 'opioid-need', is: ['yes', 'unknown'] },
        { fact: 'kit', is: ['none', 'unknown', 'in-property', 'handed-over'] },
      ],
    ],
    doneWhen: [[{ fact: 'kit', is: ['handed-over'] }]],
    blockedBy: ['naloxone-put-kit-in-property'],
    dueOffsetMinutes: AT_RELEASE,
    standingMinutes: null,
    source: 'definitions.md, Naloxone in hand',
  },
  'naloxone-replace-kit-left-in-prison': {
    area: 'naloxone',
    ownerSide: 'community',
    critical: true,
    neededWhen: [[{ fact: 'kit', is: ['left-in-prison'] }]],
    doneWhen: [[{ fact: 'left-kit-replaced', is: ['yes'] }]],
    blockedBy: [],
    dueOffsetMinutes: hoursAfter(4),
    standingMinutes: null,
    source: 'definitions.md, Naloxone in hand',
  },
  'naloxone-overdose-plan': {
    area: 'naloxone',
    ownerSide: 'prison',
    critical: false,
    neededWhen: OFFERED,
    blockedBy: [],
    dueOffsetMinutes: daysBefore(7),
    standingMinutes: daysStanding(2),
    source: 'E13, R2',
  },
} as const satisfies Record<string, ItemRule>
