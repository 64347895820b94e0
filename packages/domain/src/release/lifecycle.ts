/** What can happen to a release. `cancelled`: the date is withdrawn and there is none; `released-from-court`: seen by nobody before. */
export const LIFECYCLE_EVENTS = [
  'moved-earlier',
  'moved-later',
  'cancelled',
  'transferred',
  'released-from-court',
  'recalled',
  'hospital',
  'deported',
  'died',
] as const
export type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number]

/** What an event does to each thing that hangs on a release. */
export type LifecycleEffect = {
  /** The custody episode. `new-one`: this one stays ended, and another begins. */
  episode: 'goes-on' | 'ends' | 'new-one'
  /** The plan, with all that was written in it. It is never deleted. `reused`: the new episode begins with its answers. */
  plan: 'stays' | 'reused' | 'closes'
  /** Open items. `lose-due-time`: they stay, and nobody knows by when. `urgent-outside`: the community's, due at once. */
  items: 'follow-the-date' | 'lose-due-time' | 'stay' | 'urgent-outside' | 'stop'
  /** What was sent. `stand`: every receiver keeps what it has, and its deadline; a transfer
   * makes the other prison their sender. `tighten`: never lengthened. */
  handoffs: 'stand' | 'tighten' | 'emergency' | 'stop-notice'
  /** The first 48 hours. */
  clock: 'not-started' | 'starts' | 'stops'
  /** Who is told by the screen that they open next; a stop notice is shown once to each service with open work. */
  told: 'everyone-with-a-part' | 'both-prisons-and-receivers' | 'stop-notice'
  /** Whether anything may still be sent to the person, or asked about them of a relative or a supporter. */
  mayContactPerson: boolean
}

/**
 * The one table of what becomes of a release (rule REL-9; practice F01 and F02). Every use case follows from its row, and a
 * test compares the two. Nothing is lost in any row: no plan, item, handoff or history is ever deleted; and nothing is sent to
 * or about somebody who has died.
 */
export const LIFECYCLE = {
  'moved-earlier': {
    episode: 'goes-on',
    plan: 'stays',
    items: 'follow-the-date',
    handoffs: 'tighten',
    clock: 'not-started',
    told: 'everyone-with-a-part',
    mayContactPerson: true,
  },
  'moved-later': {
    episode: 'goes-on',
    plan: 'stays',
    items: 'follow-the-date',
    handoffs: 'stand',
    clock: 'not-started',
    told: 'everyone-with-a-part',
    mayContactPerson: true,
  },
  cancelled: {
    episode: 'goes-on',
    plan: 'stays',
    items: 'lose-due-time',
    handoffs: 'stand',
    clock: 'not-started',
    told: 'everyone-with-a-part',
    mayContactPerson: true,
  },
  transferred: {
    episode: 'goes-on',
    plan: 'stays',
    items: 'stay',
    handoffs: 'stand',
    clock: 'not-started',
    told: 'both-prisons-and-receivers',
    mayContactPerson: true,
  },
  'released-from-court': {
    episode: 'ends',
    plan: 'stays',
    items: 'urgent-outside',
    handoffs: 'emergency',
    clock: 'starts',
    told: 'everyone-with-a-part',
    mayContactPerson: true,
  },
  recalled: {
    episode: 'new-one',
    plan: 'reused',
    items: 'stay',
    handoffs: 'stand',
    clock: 'stops',
    told: 'both-prisons-and-receivers',
    mayContactPerson: true,
  },
  hospital: {
    episode: 'goes-on',
    plan: 'stays',
    items: 'stay',
    handoffs: 'stand',
    clock: 'not-started',
    told: 'everyone-with-a-part',
    mayContactPerson: true,
  },
  deported: {
    episode: 'ends',
    plan: 'closes',
    items: 'stop',
    handoffs: 'stop-notice',
    clock: 'not-started',
    told: 'stop-notice',
    mayContactPerson: true,
  },
  died: {
    episode: 'ends',
    plan: 'closes',
    items: 'stop',
    handoffs: 'stop-notice',
    clock: 'stops',
    told: 'stop-notice',
    mayContactPerson: false,
  },
} as const satisfies Record<LifecycleEvent, LifecycleEffect>

/** Which event is a change of the release date? Null: only how sure it is has changed, or a first date was set. */
export function eventOfDateChange(before: string | null, after: string | null): LifecycleEvent | null {
  if (before === null || before === after) return null
  if (after === null) return 'cancelled'
  return after < before ? 'moved-earlier' : 'moved-later'
}
