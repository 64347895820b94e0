import { PlainDate } from '../calendar/plain-date.ts'
import type { ItemRule } from '../checklist/item-rule.ts'
import { type Applies, isFulfilled, RULE_FACTS, type RuleFact, type RuleFacts } from '../checklist/rule-facts.ts'
import { replacements, withPack } from '../checklist/with-pack.ts'
import type { CountryPack, PackItem } from './country-pack.ts'

/** What may be wrong with a pack. */
export const PACK_FAULTS = [
  'country',
  'version',
  'code-of-another-area',
  'code-of-a-common-item',
  'code-in-another-pack',
  'unknown-prerequisite',
  'circle',
  'due-before-prerequisite',
  'due-before-earliest',
  'latest-before-due',
  'latest-before-earliest',
  'lead-days',
  'missing-source',
  'missing-words',
  'verified-on',
  'takes-unknown-place',
  'leaves-a-hole',
  'left-out-item',
] as const
export type PackFaultReason = (typeof PACK_FAULTS)[number]

/** `item` is the code, or the row that was left out; null where the pack itself is at fault. */
export type PackFault = { item: string | null; reason: PackFaultReason; detail: string }

const MINUTES_OF_A_DAY = 24 * 60
/** How many answers are tried for every question when asking whether a place that is taken stays covered. */
const MOST_CASES = 20_000

/**
 * What is wrong with this pack? Empty when nothing is. Held for every pack at every run of the tests, so that a pack at fault
 * never reaches a plan.
 *
 * @param common the common rules that it goes with
 * @param others the codes of the items of other packs, except older versions of this one
 * @param hasWords whether there is a message under this key, in every language that staff read; asked in packages/i18n
 */
export function packFaults(
  pack: CountryPack,
  common: Readonly<Record<string, ItemRule>>,
  others: readonly string[] = [],
  hasWords: (key: string) => boolean = () => true,
): PackFault[] {
  const found: PackFault[] = []
  const fault = (item: string | null, reason: PackFaultReason, detail = '') => found.push({ item, reason, detail })
  if (!/^[A-Z]{2}$/.test(pack.country) || pack.regions?.length === 0) fault(null, 'country', pack.country)
  if (!pack.version.startsWith(`${pack.code}-`) || pack.version.includes('+')) fault(null, 'version', pack.version)

  const merged = withPack(common, pack)
  for (const [code, item] of Object.entries(pack.items)) {
    if (!code.startsWith(`${item.area}-`)) fault(code, 'code-of-another-area', item.area)
    if (Object.hasOwn(common, code)) fault(code, 'code-of-a-common-item')
    if (others.includes(code)) fault(code, 'code-in-another-pack')
    for (const [reason, detail] of timeFaults(item)) fault(code, reason, detail)
    if (item.legalSource.text.trim() === '' || (item.legalSource.url && !/^https:\/\//.test(item.legalSource.url)))
      fault(code, 'missing-source', item.legalSource.url ?? '')
    if (item.verifiedOn === null ? item.mark !== 'K' : !PlainDate.safeParse(item.verifiedOn).success)
      fault(code, 'verified-on', item.verifiedOn ?? '')
    for (const key of wordsOf(code, item)) if (!hasWords(key)) fault(code, 'missing-words', key)
  }
  for (const [code, { blockedBy, dueOffsetMinutes }] of Object.entries(merged))
    for (const blocker of blockedBy) {
      const before = merged[blocker]
      if (!before) fault(code, 'unknown-prerequisite', blocker)
      else if (before.dueOffsetMinutes > dueOffsetMinutes) fault(code, 'due-before-prerequisite', blocker)
    }
  for (const code of inCircle(merged)) fault(code, 'circle')
  for (const [taken, by] of replacements(pack.items)) {
    const rule = common[taken]
    if (!rule) fault(by[0] ?? null, 'takes-unknown-place', taken)
    else if (
      !isCovered(
        rule.neededWhen,
        by.map((code) => pack.items[code]?.neededWhen ?? []),
      )
    )
      fault(by[0] ?? null, 'leaves-a-hole', taken)
  }
  for (const { row, because, item } of pack.leftOut) {
    const isNamed = because === 'common-item' || because === 'in-another-item'
    if (isNamed !== (item !== undefined) || (item !== undefined && !common[item] && !pack.items[item]))
      fault(row, 'left-out-item', item ?? '')
    const key = `country-pack.left-out.${pack.code}.${row}`
    if (!hasWords(key)) fault(row, 'missing-words', key)
  }
  return found
}

/** The keys under which the words of an item must stand. */
export function wordsOf(code: string, item: Pick<PackItem, 'latest'>): string[] {
  const more = item.latest === null ? ['why', 'office', 'evidence'] : ['why', 'office', 'evidence', 'instead']
  return [`checklist.item.${code}`, ...more.map((each) => `country-pack.${each}.${code}`)]
}

function timeFaults(item: PackItem): [PackFaultReason, string][] {
  const { earliest, latest, leadDays, dueOffsetMinutes } = item
  const due = Math.floor(dueOffsetMinutes / MINUTES_OF_A_DAY)
  const found: [PackFaultReason, string | false][] = [
    ['due-before-earliest', earliest !== null && due < earliest.days && `${due} < ${earliest.days}`],
    ['latest-before-due', latest !== null && latest.days < due && `${latest.days} < ${due}`],
    [
      'latest-before-earliest',
      latest !== null && earliest !== null && latest.days < earliest.days && `${latest.days} < ${earliest.days}`,
    ],
    ['lead-days', leadDays !== null && !(Number.isInteger(leadDays) && leadDays > 0) && String(leadDays)],
  ]
  return found.filter((each): each is [PackFaultReason, string] => each[1] !== false)
}

/** The codes that wait for themselves. */
export function inCircle(rules: Readonly<Record<string, { blockedBy: readonly string[] }>>): string[] {
  const reaches = (from: string, goal: string, seen: Set<string>): boolean => {
    const next = rules[from]?.blockedBy ?? []
    return next.some((each) => each === goal || (!seen.has(each) && reaches(each, goal, seen.add(each))))
  }
  return Object.keys(rules).filter((code) => reaches(code, code, new Set()))
}

/** Whatever the answers: is one of these needed whenever the common item was? */
function isCovered(needed: Applies, by: readonly Applies[]): boolean {
  const common = waysOf(needed)
  const own = by.flatMap(waysOf)
  const asked = [...new Set([...common, ...own].flatMap((way) => way.map(({ fact }) => fact)))]
  let cases: Partial<Record<RuleFact, string>>[] = [{}]
  for (const fact of asked) {
    cases = cases.flatMap((one) => RULE_FACTS[fact].map((value) => ({ ...one, [fact]: value })))
    if (cases.length > MOST_CASES) return false
  }
  return cases.every((one) => !isFulfilled(common, one as RuleFacts) || isFulfilled(own, one as RuleFacts))
}

function waysOf(applies: Applies): Exclude<Applies, 'always'> {
  return applies === 'always' ? [[]] : applies
}
