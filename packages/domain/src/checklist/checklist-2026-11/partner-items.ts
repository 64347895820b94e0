import { daysBefore, type ItemRule } from '../item-rule.ts'

/** Asked alone, once. Nothing about another person is held here (issue of access and consent). */
export const PARTNER_ITEMS = {
  'partner-ask-alone': {
    area: 'partner',
    ownerSide: 'prison',
    critical: false,
    neededWhen: [[{ fact: 'partner-help', is: ['not-asked'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(21),
    standingMinutes: null,
    source: 'N13, H11',
  },
  'partner-refer': {
    area: 'partner',
    ownerSide: 'community',
    critical: false,
    neededWhen: [[{ fact: 'partner-help', is: ['yes'] }]],
    blockedBy: [],
    dueOffsetMinutes: daysBefore(7),
    standingMinutes: null,
    source: 'N12',
  },
} as const satisfies Record<string, ItemRule>
