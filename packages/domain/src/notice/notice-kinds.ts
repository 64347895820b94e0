/** How soon a notice has to be seen. An emergency waits for no quiet hours, no digest and no other notice. */
export const NOTICE_URGENCIES = ['emergency', 'ordinary'] as const
export type NoticeUrgency = (typeof NOTICE_URGENCIES)[number]

/** To whom at a service a notice goes: those who do the work, its managers, or whoever answers when it is urgent. */
export const NOTICE_AUDIENCES = ['workers', 'managers', 'duty'] as const
export type NoticeAudience = (typeof NOTICE_AUDIENCES)[number]

type NoticeRule = {
  /** Somebody may be without a dose, a bed or anybody at all if it is not read: it can be re-routed and not muted (U18). */
  isSafetyCritical: boolean
  /** Where whoever records it has no better reason: see {@link NOTICE_URGENCIES}. */
  urgency: NoticeUrgency
}

/** Everything that people are told by a notice. A code says what happened, and never to whom. */
export const NOTICE_RULES = {
  'handoff-sent': { isSafetyCritical: true, urgency: 'ordinary' },
  'handoff-acknowledged': { isSafetyCritical: false, urgency: 'ordinary' },
  'handoff-accepted': { isSafetyCritical: false, urgency: 'ordinary' },
  'handoff-rejected': { isSafetyCritical: true, urgency: 'ordinary' },
  'handoff-returned': { isSafetyCritical: true, urgency: 'ordinary' },
  'handoff-revoked': { isSafetyCritical: true, urgency: 'ordinary' },
  'handoff-timed-out': { isSafetyCritical: true, urgency: 'emergency' },
  'handoff-half-time': { isSafetyCritical: false, urgency: 'ordinary' },
  'handoff-ring-duty': { isSafetyCritical: true, urgency: 'emergency' },
  'handoff-deadline-managers': { isSafetyCritical: true, urgency: 'emergency' },
  'handoff-accept-late': { isSafetyCritical: true, urgency: 'ordinary' },
  'handoff-fallback-warned': { isSafetyCritical: true, urgency: 'emergency' },
  'handoff-unassigned': { isSafetyCritical: true, urgency: 'ordinary' },
  'handoff-moved-nearer': { isSafetyCritical: true, urgency: 'ordinary' },
  'handoff-question': { isSafetyCritical: false, urgency: 'ordinary' },
  'handoff-answer': { isSafetyCritical: false, urgency: 'ordinary' },
  'did-not-arrive': { isSafetyCritical: true, urgency: 'emergency' },
  'arrival-asked': { isSafetyCritical: true, urgency: 'emergency' },
  'arrival-answered': { isSafetyCritical: true, urgency: 'emergency' },
  'arrival-late': { isSafetyCritical: true, urgency: 'emergency' },
  'back-inside': { isSafetyCritical: true, urgency: 'ordinary' },
  'case-stopped': { isSafetyCritical: true, urgency: 'emergency' },
  transfer: { isSafetyCritical: true, urgency: 'ordinary' },
  'release-recorded': { isSafetyCritical: true, urgency: 'emergency' },
  /** To managers: somebody left, and the items in their name are nobody's. */
  'items-unassigned': { isSafetyCritical: true, urgency: 'ordinary' },
  'item-assigned': { isSafetyCritical: false, urgency: 'ordinary' },
  /** To privacy officers: somebody of a service in their charge opened a case in an emergency, or tried to. */
  'break-glass-opened': { isSafetyCritical: true, urgency: 'emergency' },
  /** To the circle of a restricted record: somebody in an emergency asked for this person and was told nothing. */
  'break-glass-asked': { isSafetyCritical: true, urgency: 'emergency' },
  /** To the managers of an area: an emergency look was not reviewed in time. */
  'break-glass-unreviewed': { isSafetyCritical: true, urgency: 'ordinary' },
  // Told to both sides alike, whatever it was, and never why.
  'sharing-changed': { isSafetyCritical: false, urgency: 'ordinary' },
  'objection-recorded': { isSafetyCritical: true, urgency: 'ordinary' },
  'objection-decided': { isSafetyCritical: false, urgency: 'ordinary' },
  /** To managers: somebody made a copy of much at once, or out of hours. */
  'weighty-export': { isSafetyCritical: true, urgency: 'ordinary' },
  /** To managers: a file of figures waits until a second of them lets it go. */
  'figure-export-waits': { isSafetyCritical: false, urgency: 'ordinary' },
  /** To managers: the report of last month is there. No figure stands in the notice. */
  'monthly-report': { isSafetyCritical: false, urgency: 'ordinary' },
  /** To managers: an address of their service is not reached by e-mail. */
  'mail-comes-back': { isSafetyCritical: true, urgency: 'ordinary' },
} as const satisfies Record<string, NoticeRule>

export type NoticeKind = keyof typeof NOTICE_RULES

/** Every kind of notice, in the order in which settings list them. */
export const NOTICE_KINDS = Object.keys(NOTICE_RULES) as readonly NoticeKind[]

/** Can this kind be re-routed, but not muted? */
export function isSafetyCritical(kind: NoticeKind): boolean {
  return NOTICE_RULES[kind].isSafetyCritical
}

/** Of a case on which work has stopped nothing leaves the house: services are told in the application alone. */
export const NEVER_MAILED: readonly NoticeKind[] = ['case-stopped']
