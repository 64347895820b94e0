import type { RuleFacts, RuleFactValue } from '../checklist/rule-facts.ts'
import type { Medicine } from '../medication/medication-codes.ts'
import { findDepotRule } from '../medication/medicine-table.ts'
import type { KitOfPlan } from '../naloxone/kit-of-plan.ts'
import type { PartnerWish } from '../partner/partner-wishes.ts'
import type { Certainty, LegalStatus } from '../release/release-codes.ts'
import { type AwayToAsk, awayMissing } from '../treatment-away/away-readiness.ts'
import type { FactCode, FactState, MoreFactCode } from './fact-codes.ts'

/** An answer as it stands in the record. `value` is null unless the state is known. */
export type RecordedFact = { state: FactState; value: string | null }

/** Everything in a case that the checklist's rules read. */
export type CaseForRules = {
  facts: Readonly<Partial<Record<FactCode, RecordedFact>>>
  legalStatus: LegalStatus
  releaseCertainty: Certainty
  /** The treatment going on now; null when none is recorded. */
  treatment: { medicine: Medicine } | null
  /** Where the plan has the person's kit (`kitOfPlan`); null when no kit is recorded. */
  kit: KitOfPlan['kit']
  /** A kit was left in prison, and one has reached the person since. Left out: no. */
  isLeftKitReplaced?: boolean
  partnerWish: PartnerWish
  /** Null: not asked. */
  interpreterNeeded: boolean | null
  /** Tasks that stand in the newest version of the person's own words. Left out: none. */
  wordTasks?: readonly WordTask[]
  /** The newest answer to the offer of an overdose plan. Left out or null: not offered. */
  overdosePlan?: 'made' | 'declined' | 'offered' | null
  /** Somebody stands by and has not stepped back. Left out: nobody is recorded. */
  hasSupporter?: boolean
  /** How each thing in store stands. Left out: none is listed. */
  belongingStates?: readonly string[]
  /** Somebody confirmed the place of the first night. Left out: nobody. */
  isFirstNightConfirmed?: boolean
  /** Kinds of what is kept, for which a letter was written. Left out: none. */
  lettersWritten?: readonly string[]
  /** Residential treatment that goes on or is to come. Left out: none. */
  treatmentsAway?: readonly AwayToAsk[]
}

/** What own words may ask for that is a task for somebody. */
export type WordTask = 'other-pharmacy' | 'other-time' | 'depot' | 'money-held'

/** What the record of own words says of whoever was asked and chose to say none. */
export const CHOSE_NOT_TO = 'chose-not-to'

/**
 * What do the checklist's rules know about this case? What is recorded as a treatment or a kit wins over what was said
 * on the four-minute plan. "Not known" and "asked later" are unknown, and unknown is an answer of its own.
 */
export function deriveRuleFacts(from: CaseForRules): RuleFacts {
  const { treatment, kit } = from
  const known = (code: FactCode): string | null => {
    const fact = from.facts[code]
    return fact?.state === 'known' ? fact.value : null
  }
  const yesNo = (code: MoreFactCode): 'yes' | 'no' | 'unknown' => chosen(known(code), { yes: 'yes', no: 'no' })
  const asks = (task: WordTask): 'yes' | 'no' => (from.wordTasks?.includes(task) ? 'yes' : 'no')
  const { belongingStates: stored = [], treatmentsAway: away = [] } = from
  const written = (...kinds: string[]): 'yes' | 'no' =>
    from.lettersWritten?.some((kind) => kinds.includes(kind)) ? 'yes' : 'no'
  const firstNight = chosen(known('bed'), SAME_NIGHT)
  const onOmt = treatment ? 'yes' : chosen(known('dose'), { 'on-omt': 'yes', 'wants-omt': 'wants', 'not-on-omt': 'no' })

  return {
    'legal-status': from.legalStatus,
    'release-certainty': from.releaseCertainty,
    'on-omt': onOmt,
    depot: treatment ? depotOf(treatment.medicine) : onOmt === 'yes' ? 'unknown' : 'no',
    'opioid-need': onOmt === 'yes' || onOmt === 'wants' ? 'yes' : yesNo('opioid-need'),
    'naloxone-trained': yesNo('naloxone-trained'),
    kit: kit ?? chosen(known('kit'), SAME_KIT),
    'left-kit-replaced': from.isLeftKitReplaced ? 'yes' : 'no',
    'has-address': firstNight === 'own-address' ? 'yes' : firstNight === 'none' ? 'no' : yesNo('has-address'),
    'first-night': firstNight,
    'keeps-tenancy': yesNo('keeps-tenancy'),
    'has-job': yesNo('has-job'),
    'has-children': yesNo('has-children'),
    pregnant: yesNo('pregnant'),
    'has-id': chosen(known('id'), { 'has-id': 'yes', ordered: 'ordered', none: 'no' }),
    'has-phone': known('phone') === null ? 'unknown' : known('phone') === 'none' ? 'no' : 'yes',
    'has-bank-account': yesNo('has-bank-account'),
    'has-health-cover': yesNo('has-health-cover'),
    'needs-benefit': yesNo('needs-benefit'),
    'other-medicine': yesNo('other-medicine'),
    'hiv-treatment': yesNo('hiv-treatment'),
    'hcv-treatment': yesNo('hcv-treatment'),
    'psychiatric-medicine': yesNo('psychiatric-medicine'),
    'has-doctor': yesNo('has-doctor'),
    'belongings-in-store': yesNo('belongings-in-store'),
    'has-debts': yesNo('has-debts'),
    'licence-conditions': yesNo('licence-conditions'),
    residence: chosen(known('residence'), { lawful: 'lawful', undocumented: 'undocumented' }),
    'last-health-insurer': chosen(known('last-health-insurer'), SAME_INSURER),
    'benefit-before': yesNo('benefit-before'),
    'treatment-away': yesNo('treatment-away'),
    'partner-help': from.partnerWish,
    interpreter: from.interpreterNeeded === null ? 'unknown' : from.interpreterNeeded ? 'yes' : 'no',
    supporters: known('who-else') !== null || from.hasSupporter ? 'yes' : 'unknown',
    'own-words': known('own-words') === null ? 'unknown' : known('own-words') === CHOSE_NOT_TO ? CHOSE_NOT_TO : 'yes',
    'asks-other-pharmacy': asks('other-pharmacy'),
    'asks-other-time': asks('other-time'),
    'asks-depot': asks('depot'),
    'asks-money-held': asks('money-held'),
    'overdose-plan': from.overdosePlan ?? 'unknown',
    'belongings-listed': stored.length > 0 ? 'yes' : 'no',
    'belongings-gone': stored.length > 0 && !stored.includes('in-store') ? 'yes' : 'no',
    'first-night-confirmed': from.isFirstNightConfirmed ? 'yes' : 'no',
    'kept-home-written': written('tenancy', 'housing-costs'),
    'kept-job-written': written('job'),
    'treatment-away-ready':
      away.length === 0 ? 'unknown' : away.every((one) => awayMissing(one).length === 0) ? 'yes' : 'no',
    'first-appointment': known('where-next') !== null && known('when') !== null ? 'yes' : 'unknown',
  }
}

const SAME_NIGHT = {
  'own-address': 'own-address',
  'with-others': 'with-others',
  temporary: 'temporary',
  none: 'none',
} as const satisfies Record<string, RuleFactValue<'first-night'>>

const SAME_INSURER = {
  statutory: 'statutory',
  private: 'private',
  none: 'none',
} as const satisfies Record<string, RuleFactValue<'last-health-insurer'>>

const SAME_KIT = {
  'in-property': 'in-property',
  'handed-over': 'handed-over',
  'left-in-prison': 'left-in-prison',
  declined: 'declined',
  none: 'none',
} as const satisfies Record<string, RuleFactValue<'kit'>>

/** The record's "other" medicine may be a depot: nobody can say from the code. */
function depotOf(medicine: Medicine): 'yes' | 'no' | 'unknown' {
  if (medicine === 'other') return 'unknown'
  return findDepotRule(medicine) ? 'yes' : 'no'
}

function chosen<Value extends string>(
  value: string | null,
  meaning: Readonly<Record<string, Value>>,
): Value | 'unknown' {
  return (value === null ? undefined : meaning[value]) ?? 'unknown'
}
