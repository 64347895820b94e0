import { PlainDate } from '../calendar/plain-date.ts'
import { ClockTime } from '../calendar/zone.ts'
import { isTelephone } from '../person/telephone.ts'
import { characterCount, textFault } from '../text/storable-text.ts'
import type { FactCode } from './fact-codes.ts'
import { FACTS, type FactValueKind } from './nine-facts.ts'

export const FACT_VALUE_FAULTS = ['missing', 'not-offered', 'impossible', 'too-long', 'cannot-be-stored'] as const
export type FactValueFault = (typeof FACT_VALUE_FAULTS)[number]

/** The longest answer of each form that is typed. */
const LONGEST = {
  text: 500,
  'local-time': 16,
  phone: 30,
  'own-words': 4_000,
} as const satisfies Record<Exclude<FactValueKind, 'choice' | 'yes-no'>, number>

/** What is wrong with this answer to this question? Null when nothing is. The answer is trimmed already. */
export function factValueFault(code: FactCode, value: string): FactValueFault | null {
  const { kind, options } = FACTS[code]
  if (value === '') return 'missing'
  if (textFault(value)) return 'cannot-be-stored'
  if (kind === 'choice' || kind === 'yes-no') return options.includes(value) ? null : 'not-offered'
  if (characterCount(value) > LONGEST[kind]) return 'too-long'
  if (kind === 'local-time') return isLocalTime(value) ? null : 'impossible'
  if (kind === 'phone') return value === 'none' || isTelephone(value) ? null : 'impossible'
  return null
}

/** `2026-12-19T10:30`: a day and a time on the clock of the place, without a zone. */
function isLocalTime(value: string): boolean {
  const [day, time, more] = value.split('T')
  return more === undefined && PlainDate.safeParse(day).success && ClockTime.safeParse(time).success
}
