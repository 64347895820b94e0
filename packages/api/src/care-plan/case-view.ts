import type {
  StoredCase,
  StoredChange,
  StoredCustodyEvent,
  StoredHandoff,
  StoredInstant,
  StoredItem,
} from '@throughcare/db/care-plan/stored-case'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { FactCode, FactState } from '@throughcare/domain/care-plan/fact-codes'
import type { FourMinutePlan } from '@throughcare/domain/care-plan/four-minute-plan'
import type { SettableItemStatus } from '@throughcare/domain/checklist/item-statuses'
import type { AreaProgress } from '@throughcare/domain/checklist/progress'
import type { KitAlert } from '@throughcare/domain/naloxone/kit-alerts'
import type { ShownClock } from '../handoff/shown-clock.ts'
import type { MustNotMiss } from './must-not-miss.ts'
import type { PlanStanding } from './plan-standing.ts'

export type ItemView = Omit<StoredItem, 'blockedBy'> & {
  /** Codes of open items that it waits for. */
  waitsFor: string[]
  /** Codes of open items that wait for it. */
  holdsUp: string[]
  /** Open, and its due time has passed. */
  isOverdue: boolean
  /** Whether the reader's service answers for it. */
  isOurs: boolean
  /** What the reader may set it to, in the order of the buttons; empty when it is not theirs. */
  maySet: SettableItemStatus[]
}

export type FactView = {
  code: FactCode
  /** Null: nobody has touched the question. */
  state: FactState | null
  value: string | null
  /** Null when nobody has answered: what a first answer names as the version seen. */
  version: number | null
  recordedAt: StoredInstant | null
  recordedBy: string | null
  /** Where the answer stands: `fact` is changed here, everything else where it is recorded. */
  toldBy: 'fact' | 'treatment' | 'kit' | 'appointment' | 'own-words'
}

/** How an area stands, and what became of its handoff. */
export type AreaView = AreaProgress & { handoff: StoredHandoff | null }

/**
 * A case as its page shows it, to the reader and their service. A category that is not open to the service is as if it were
 * not there: no area, no item, no fact of it, and no word that something was left out.
 */
export type CaseView = Omit<StoredCase, 'items' | 'facts' | 'changes' | 'releaseDateChanges' | 'lastOutside'> & {
  now: StoredInstant
  clock: ShownClock
  /** What the reader may do here. */
  may: {
    recordFact: boolean
    recordWish: boolean
    recordKit: boolean
    readMedication: boolean
    changeDate: boolean
    recordRelease: boolean
    correctPerson: boolean
    send: boolean
    readCircumstances: boolean
    readSupplies: boolean
    seeFirst48: boolean
    recordEvent: boolean
    renew: boolean
    /** Close the plan, or ask for it; `second` where somebody else asked and only another person may do it. */
    close: 'ask' | 'second' | null
  }
  /** How the plan stands on the way to the release; null while there is none. */
  standing: PlanStanding | null
  /** The event that stopped all work on the case: a death, or a deportation. Null: it goes on. */
  stoppedBy: StoredCustodyEvent | null
  /** The last dose outside before the person came back inside, for whoever holds them. */
  lastOutside: Omit<NonNullable<StoredCase['lastOutside']>, 'episodeId'> | null
  /** The stay in hospital that goes on; null when the person is in none. */
  inHospital: StoredCustodyEvent | null
  mustNotMiss: MustNotMiss[]
  /** What must be told about its naloxone kits, the most urgent first. */
  kitAlerts: (Omit<KitAlert, 'by'> & { by: StoredInstant | null })[]
  areas: AreaView[]
  /** In working order: what blocks others first, then by due time; finished ones after. */
  items: ItemView[]
  facts: FactView[]
  /** Null where some of the nine are not open to the reader: what is not shown is not counted. */
  fourMinutePlan: FourMinutePlan | null
  /** What the release date was when the due times last moved; null when they never did. */
  dateMove: {
    at: StoredInstant
    from: PlainDate | null
    to: PlainDate | null
    releasedAt: StoredInstant | null
  } | null
  changes: StoredChange[]
  releaseDateChanges: StoredCase['releaseDateChanges']
}
