import type { RuleSetView } from '@throughcare/api/rule-set/rule-set-view'
import { DEADLINE_STEPS, type TimeAllowed } from '@throughcare/domain/deadline-rule/deadline-body'
import type { DepotWindow } from '@throughcare/domain/rule-set/rule-set-body'
import type { RuleSetReach } from '@throughcare/domain/rule-set/rule-set-codes'
import { COUNTRIES_WITH_SUPPLY_WORDS } from '@throughcare/domain/rule-set/shipped-rule-sets'
import { DATE_LOCALES } from '@throughcare/i18n/locales'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'

type Where = { reach: RuleSetReach; country: string | null; serviceName: string | null }
type SupplyCountry = (typeof COUNTRIES_WITH_SUPPLY_WORDS)[number]

/** Rule sets in the reader's words: where they hold, what they say line by line, and how they stand. */
export async function getRuleSetWords() {
  const [t, medication, format, { locale }] = await Promise.all([
    getTranslations('rule-set'),
    getTranslations('medication'),
    getFormat(),
    currentReader(),
  ])
  const countries = new Intl.DisplayNames(DATE_LOCALES[locale], { type: 'region' })
  const country = (code: string) => countries.of(code) ?? code

  const where = ({ reach, country: code, serviceName }: Where): string =>
    reach === 'everywhere'
      ? t('reach.everywhere')
      : t(`reach.${reach}`, { name: serviceName ?? (code ? country(code) : '') })

  const windowLine = (line: 'line' | 'line-first', [medicine, window]: readonly [string, DepotWindow]): string =>
    t(`window.${line}`, {
      medicine: medication(`medicine.${medicine as 'buprenorphine-weekly-depot'}`),
      notBefore: window.notBeforeDay,
      due: window.dueDay,
      to: window.windowEndsDay,
      review: window.reviewFromDay,
    })

  /** What a set says, one line for each thing. */
  const lines = (rules: RuleSetView): string[] => {
    if (rules.kind === 'routing-by-days')
      return rules.body.bands.map(({ fromDays, appliesTo, state }) =>
        t('band.line', { days: fromDays, group: t(`band.${appliesTo}`), state: t(`band.${state}`) }),
      )
    if (rules.kind === 'depot-windows')
      return [
        ...Object.entries(rules.body.products).map((of) => windowLine('line', of)),
        ...Object.entries(rules.body.firstInjections ?? {}).map((of) => windowLine('line-first', of)),
      ]
    if (rules.kind === 'handoff-deadlines')
      return [
        ...DEADLINE_STEPS.map((step) => t('time.line', { what: t(`time.step.${step}`), time: time(rules.body[step]) })),
        t('time.always'),
        ...(rules.mark === 'ours' ? [t('standing.our-default-not-a-guideline')] : []),
      ]
    return rules.ownWords === null ? [supply(rules.scope.country)] : []
  }

  /** `4 hours around the clock`. */
  const time = ({ unit, count }: TimeAllowed): string => t(`time.allowed.${unit}`, { count })

  const supply = (code: string | null): string =>
    COUNTRIES_WITH_SUPPLY_WORDS.includes(code as SupplyCountry)
      ? t(`supply.${code as SupplyCountry}`)
      : t('supply.none')

  const approver = ({ approver: name, approvedAt }: RuleSetView): string =>
    name === null || approvedAt === null
      ? t('note.not-confirmed')
      : t('note.approved', { name, day: format.instant(approvedAt) })

  const review = ({ reviewBy, reviewPassed }: RuleSetView): string => {
    const day = format.day(reviewBy, 'long')
    return reviewPassed ? t('note.review-passed', { day }) : day
  }

  return { country, where, lines, time, approver, review, format }
}
