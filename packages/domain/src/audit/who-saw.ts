import type { Category } from '../access/access-codes.ts'
import { ACTIONS, type Action } from '../access/who-may.ts'
import { WHO_MAY } from '../access/who-may-table.ts'
import type { ServiceKind } from '../service/service-kinds.ts'

/** What somebody did with a record, in the plain words of "who saw". */
export const TRAIL_DEEDS = ['opened', 'listed', 'searched', 'printed', 'wrote'] as const
export type TrailDeed = (typeof TRAIL_DEEDS)[number]

/** Printing by itself, without a procedure of its own. */
const PRINTED: readonly string[] = [
  'print-pack.by-episode',
  'print-pack.print',
  'audit.copy',
  'minimum-pack.by-episode',
  'data-request.export',
]
const SEARCHED: readonly string[] = ['person.search', 'person.find-likely', 'person.find']
/** Reading many at once, under a verb that elsewhere is a press. */
const LISTED: readonly string[] = ['objection.open', 'now-board.show', 'now-board.names']
/** Verbs of reading one record. */
const OPENS =
  /\.(by-[a-z]+|read|preview|what-if|compare|standing|earlier|who-saw|confirmation|latest|about|look|choices)$/
/** Verbs of reading many at once. */
const LISTS =
  /\.(list|lines|board|inbox|sent|my-list|today|calls|due|reviews|first-hours|cases|what-became|digest|shift|page|team|figures|flow|curves|lengths|report|receivers|mine|me|members|sessions|holidays|settings|mail-states|digest-choice|digest-failures)$/

/** What is it to do this? A press that nothing else is known of wrote. */
export function trailDeed(action: string): TrailDeed {
  if (PRINTED.includes(action)) return 'printed'
  if (SEARCHED.includes(action)) return 'searched'
  if (OPENS.test(action)) return 'opened'
  return LISTED.includes(action) || LISTS.test(action) ? 'listed' : 'wrote'
}

/** The kind of information that an action is about; null for the case as a whole, or for one that no table knows. */
export function trailThing(action: string): Category | null {
  return isAction(action) ? WHO_MAY[action].category : null
}

/** Never on the copy for the person: somebody else may read it over their shoulder, or find it. */
const NOT_ON_COPY: readonly Category[] = ['partner', 'sharing-note', 'network']

/**
 * Which actions stand in "who saw", for somebody to whom these categories of the case are open? What was done about something that
 * is closed to them is absent, as it is everywhere.
 */
export function actionsInTrail(
  open: readonly Category[],
  { withLists = false, forPerson = false }: { withLists?: boolean; forPerson?: boolean } = {},
): string[] {
  return [...ACTIONS, 'print-pack.print'].filter((action) => {
    const category = trailThing(action)
    const deed = trailDeed(action)
    if (category !== null && !open.includes(category)) return false
    if (forPerson && category !== null && NOT_ON_COPY.includes(category)) return false
    return withLists || (deed !== 'listed' && deed !== 'searched')
  })
}

function isAction(action: string): action is Action {
  return Object.hasOwn(WHO_MAY, action)
}

/** Which category of a case one learns of by learning that a service of this kind looked at it. As `app.kind_tells`. */
export const KIND_TELLS = {
  'prison-health': 'release',
  'prison-social-work': 'release',
  'drug-service': 'omt',
  'dosing-point': 'omt',
  housing: 'housing',
  benefits: 'benefits',
  probation: 'release',
  'peer-support': 'support',
  region: 'release',
  administration: 'release',
} as const satisfies Record<ServiceKind, Category>

/** Where somebody sleeps or meets others: a place that might be a refuge. */
const MIGHT_BE_A_REFUGE: readonly ServiceKind[] = ['housing', 'peer-support']

/**
 * May the copy for the person name this service? A place that takes women only might be a refuge, and so might one that nobody has
 * asked: of these the copy says the kind, and names nobody who works there.
 *
 * @param womenOnly as the directory says: yes, no or unknown; null when nobody asked
 */
export function mayStandOnCopy(kind: ServiceKind, womenOnly: string | null): boolean {
  return !MIGHT_BE_A_REFUGE.includes(kind) || womenOnly === 'no'
}
