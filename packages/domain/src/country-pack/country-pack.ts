import type { ItemRule } from '../checklist/item-rule.ts'

/**
 * How far a fact of a pack may be trusted. S: the source itself was read. K: known in the field and not yet confirmed;
 * everything that shows it says so.
 */
export const PACK_MARKS = ['S', 'K'] as const
export type PackMark = (typeof PACK_MARKS)[number]

/** Where it stands: as it is cited in its own country, and an address where one was read. */
export type LegalSource = { text: string; url: string | null }

/**
 * One thing that this country's law or offices ask for. A rule like the common ones, and what only a country knows.
 *
 * Its words stand in packages/i18n: the title `checklist.item.<code>`, and in the namespace `country-pack`, which is not sent
 * to the browser with every case: `why.<code>`, `office.<code>`, `evidence.<code>`, and `instead.<code>` where there is a
 * latest day. Days are calendar days from the day of release: -45 is 45 days before it, 0 the day itself.
 */
export type PackItem = Omit<ItemRule, 'source'> & {
  /** Codes of items that must be finished first: of this pack, or of the common rules. */
  blockedBy: readonly string[]
  /**
   * The common item that is done this way here. The common one is then not asked for, and what waits for it waits for this
   * one. Together the items that take its place must be needed whenever it is (the validator holds that).
   */
  takesPlaceOf?: string
  /** The first day on which it can be filed. Null: no limit is known. */
  earliest: { days: number } | null
  /**
   * The last day on which it can be asked for and still helps. `hard`: the right is lost after it. When the day has passed,
   * or what it waits for takes longer than is left, the plan shows what to do instead. Null: never too late.
   */
  latest: { days: number; hard: boolean } | null
  /** How many days the office takes from filing to the thing in hand. Null: nobody has told us; never guessed. */
  leadDays: number | null
  legalSource: LegalSource
  /** The day on which somebody looked at the source, as `2026-11-22`. Null: nobody has, which is only so for K. */
  verifiedOn: string | null
  mark: PackMark
}

/** Why a row of the country's research (domain.md 3f) is no item of its pack. */
export const LEFT_OUT_REASONS = [
  'common-item',
  'in-another-item',
  'not-a-task',
  'no-source',
  'not-in-this-issue',
] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

export type LeftOutRow = {
  /** Names the row: its words are `country-pack.left-out.<pack code>.<row>`. */
  row: string
  because: LeftOutReason
  /** The item that does it, for `common-item` and `in-another-item`. */
  item?: string
}

/** What differs by country, as data. Language and country are separate: whoever speaks Portuguese in Belgium has Belgian rules. */
export type CountryPack = {
  /** Also the name of its file: `de`, `gb-england-wales`. */
  code: string
  /** ISO 3166-1 alpha-2, upper case. */
  country: string
  /**
   * Where the pack holds in only a part of the country: the codes by which services' areas are told apart there
   * (`area.holiday_region`, such as ENG and WLS). Null: in all of it.
   */
  regions: readonly string[] | null
  /** The pack's code and the month in which it was written: `de-2026-11`. A running plan keeps its version. */
  version: string
  /** By item code: `<area>-<country>-<what>`, such as `benefits-de-health-cover`. No code stands in two packs. */
  items: Readonly<Record<string, PackItem>>
  leftOut: readonly LeftOutRow[]
}
