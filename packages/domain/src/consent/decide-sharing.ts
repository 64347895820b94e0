import { CATEGORIES, type Category } from '../access/access-codes.ts'
import type { Area } from '../checklist/areas.ts'
import { carriedTo } from '../service/can-receive.ts'
import { CATEGORIES_OF_KIND, type ServiceKind } from '../service/service-kinds.ts'
import { CONSENT_CATEGORIES, type ConsentCategory, type ConsentStanding, type ConsentState } from './consent-codes.ts'

/**
 * On what something is shared. `care`: by professional duty, no consent is asked · `local`: by the local protocol, as the area
 * is handed over · `asked-alone`: with the person's own yes, asked alone and recorded with the partner link · `consent`: only
 * with a live consent for this recipient · `override`: against or without one, with a reason and a legal basis.
 */
export const SHARING_BASES = ['care', 'local', 'asked-alone', 'consent', 'override'] as const
export type SharingBasis = (typeof SHARING_BASES)[number]

/** On what each kind of information travels, everywhere. What a country's law calls it: lawful-bases.ts. */
export const BASIS_OF_CATEGORY = {
  identity: 'care',
  release: 'care',
  omt: 'care',
  naloxone: 'care',
  health: 'care',
  'hiv-hcv': 'consent',
  housing: 'local',
  benefits: 'local',
  partner: 'asked-alone',
  documents: 'local',
  work: 'local',
  belongings: 'local',
  support: 'local',
  'own-words': 'consent',
  'sharing-note': 'consent',
  network: 'consent',
} as const satisfies Record<Category | ConsentData, Exclude<SharingBasis, 'override'>>

/** The data categories among them. */
type ConsentData = Exclude<ConsentCategory, 'supporters'>

/** With handoffs of which areas each of them goes along, once there is a consent. */
export const CONSENT_GOES_WITH = {
  'hiv-hcv': ['omt', 'health'],
  'own-words': ['omt', 'naloxone', 'housing', 'benefits', 'health', 'documents', 'work', 'belongings', 'support'],
  supporters: ['support'],
  'sharing-note': ['omt'],
  network: ['support'],
} as const satisfies Record<ConsentCategory, readonly Area[]>

/** What a consent, an override or an objection is about; a row names services, kinds of service, or both. */
export type SharedWith = { serviceIds: readonly string[]; kinds: readonly ServiceKind[] }

/** The last statement of one consent. `from` and `until` are instants; `until` is the first one at which it is over. */
export type ConsentStatement = SharedWith & {
  consentId: string
  state: ConsentState
  categories: readonly ConsentCategory[]
  from: string
  /** Null: until it is withdrawn. */
  until: string | null
}

/** Sharing without consent, decided by somebody with a reason and a legal basis. */
export type OverrideStatement = SharedWith & {
  overrideId: string
  categories: readonly ConsentCategory[]
  from: string
  until: string
}

/** What a clinician's decision on an objection keeps back; from everybody where it names nobody. */
export type UpheldObjection = SharedWith & { objectionId: string; categories: readonly Category[] }

/** All that was said and decided about sharing one case. */
export type CaseSharing = {
  consents: readonly ConsentStatement[]
  overrides: readonly OverrideStatement[]
  /** Only those that were upheld: an objection that waits for its decision changes nothing. */
  objections: readonly UpheldObjection[]
}

/** All that the answer depends on, for one case and one receiving service. packages/db's `findSharing` reads it. */
export type SharingFacts = CaseSharing & { recipient: { serviceId: string; kind: ServiceKind } }

/** Of a case in which nobody said anything about sharing. */
export const NOTHING_SAID: CaseSharing = { consents: [], overrides: [], objections: [] }

export type SharedCategory = {
  category: Category
  basis: SharingBasis
  /** The consent or the override that opens it; null where neither is needed. */
  byId: string | null
}

/** What may be shared with one recipient today. */
export type Sharing = {
  /** In the order of `CATEGORIES`. */
  travels: SharedCategory[]
  /** Whether details of supporters stand among what is shared of `support`. */
  supporters: { basis: 'consent' | 'override'; byId: string } | null
}

/**
 * Which kinds of information may travel to this recipient with handoffs of these areas, and on which basis? The one check of
 * everything that carries: a handoff, a print, an export, a search, a read through the API (rule CON-1). The policies of the
 * database ask the same question in SQL (`app.handoff_carries`); a test holds the two equal.
 *
 * Whatever is shared stays within what the recipient's kind may ever see. What goes beyond care travels only with a live
 * consent that names the recipient, or its kind, and the category; or with an override. Nothing is shared because it was
 * shared before. An upheld objection keeps back what it names, whatever the basis, but for who the person is and when they
 * leave: whoever must not know these gets no handoff at all.
 *
 * @param areas of the handoffs; several lend each other nothing that no area carries by itself
 */
export function decideSharing(facts: SharingFacts, areas: readonly Area[], now: Date): Sharing {
  const { kind } = facts.recipient
  const handed = new Set<Category>(areas.flatMap((area) => carriedTo(kind, area)))
  const kept = keptBack(facts)
  const travels = CATEGORIES.flatMap((category): SharedCategory[] => {
    if (kept.has(category)) return []
    const basis = BASIS_OF_CATEGORY[category]
    if (basis !== 'consent') return handed.has(category) ? [{ category, basis, byId: null }] : []
    const opened = openedBy(facts, category as ConsentCategory, areas, now)
    return opened && isOpenToKind(kind, category) ? [{ category, ...opened }] : []
  })
  const supporters = openedBy(facts, 'supporters', areas, now)
  return { travels, supporters: travels.some(({ category }) => category === 'support') ? supporters : null }
}

/** May this kind of information travel? For a caller that asks about one. */
export function mayShare(sharing: Sharing, category: Category): boolean {
  return sharing.travels.some((one) => one.category === category)
}

/** How a consent stands at this moment. Its last day counts whole. */
export function standingOf(one: Pick<ConsentStatement, 'state' | 'from' | 'until'>, now: Date): ConsentStanding {
  if (one.state !== 'given') return one.state
  if (now < new Date(one.from)) return 'not-begun'
  return one.until !== null && now >= new Date(one.until) ? 'expired' : 'live'
}

/** Is this service among those that a statement names, by itself or by its kind? */
export function isNamed(recipient: SharingFacts['recipient'], one: SharedWith): boolean {
  return one.serviceIds.includes(recipient.serviceId) || one.kinds.includes(recipient.kind)
}

/** Those that may be objected to: who somebody is and when they leave cannot be taken out of a handoff. */
const NEVER_KEPT_BACK: readonly Category[] = ['identity', 'release']

function keptBack({ recipient, objections }: SharingFacts): Set<Category> {
  const against = (one: UpheldObjection) => one.serviceIds.length + one.kinds.length === 0 || isNamed(recipient, one)
  const named = objections.filter(against).flatMap(({ categories }) => categories)
  return new Set(named.filter((category) => !NEVER_KEPT_BACK.includes(category)))
}

function openedBy(
  { recipient, consents, overrides }: SharingFacts,
  category: ConsentCategory,
  areas: readonly Area[],
  now: Date,
): { basis: 'consent' | 'override'; byId: string } | null {
  const goesWith: readonly Area[] = CONSENT_GOES_WITH[category]
  if (!areas.some((area) => goesWith.includes(area))) return null
  const about = (one: SharedWith & { categories: readonly ConsentCategory[] }) =>
    one.categories.includes(category) && isNamed(recipient, one)
  const consent = consents.find((one) => about(one) && standingOf(one, now) === 'live')
  if (consent) return { basis: 'consent', byId: consent.consentId }
  const override = overrides.find((one) => about(one) && now >= new Date(one.from) && now < new Date(one.until))
  return override ? { basis: 'override', byId: override.overrideId } : null
}

function isOpenToKind(kind: ServiceKind, category: Category): boolean {
  return (CATEGORIES_OF_KIND[kind] as readonly Category[]).includes(category)
}

/** Whether a word names something that needs consent. */
export function needsConsent(category: Category): category is ConsentData & Category {
  return (CONSENT_CATEGORIES as readonly string[]).includes(category)
}
