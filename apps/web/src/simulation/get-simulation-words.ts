import type { ShownCount } from '@throughcare/domain/continuity/small-counts'
import type { SimulatedRule } from '@throughcare/domain/simulation/simulation-codes'
import type { Difference, ToldScenario } from '@throughcare/domain/simulation/tell-simulation'
import { DATE_LOCALES } from '@throughcare/i18n/locales'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'

/** How the answer of a replay reads in this reader's language. */
export async function getSimulationWords() {
  const [t, { locale }] = await Promise.all([getTranslations('simulation'), currentReader()])
  const code = DATE_LOCALES[locale]
  const number = new Intl.NumberFormat(code)
  const list = new Intl.ListFormat(code, { type: 'unit', style: 'long' })
  const percent = new Intl.NumberFormat(code, { style: 'percent', maximumFractionDigits: 0 })
  const days = new Intl.NumberFormat(code, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
  const points = new Intl.NumberFormat(code, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const between = ({ value, lower, upper }: Difference, say: (number: number) => string) =>
    t('result.interval', { value: say(value), lower: say(lower), upper: say(upper) })
  return {
    count: (count: ShownCount) => (count === 'hidden' ? t('result.hidden') : number.format(count)),
    /** One rule by its name; several with all their names. */
    rules: (rules: readonly SimulatedRule[]): string => {
      const names = rules.map((rule) => t(`rule.${rule}`))
      return names.length === 1 ? (names[0] ?? '') : t('rule.together', { rules: list.format(names) })
    },
    days: (count: number | null) => (count === null ? t('result.hidden') : t('result.days-text', { days: count })),
    share: (share: number | null) => (share === null ? t('result.hidden') : percent.format(share)),
    /** "-24 (-31 to -17)" */
    dayDifference: (difference: Difference | null) =>
      difference === null ? t('result.hidden') : between(difference, (each) => days.format(each)),
    /** "+12 (+3.5 to +20) points" */
    shareDifference: (difference: Difference | null) =>
      difference === null
        ? t('result.hidden')
        : t('result.points', { points: between(difference, (each) => points.format(each * 100)) }),
    /** Why nothing is told of a set of rules; null where something is. */
    silence: ({ state }: ToldScenario): string | null => {
      if (state === 'told') return null
      return t(state === 'few' ? 'result.few' : 'result.nobody')
    },
  }
}
