import type { ClosedReason } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DoseSentence, GapPart } from '@throughcare/domain/medication/dose-sentence'
import type { StripDay } from '@throughcare/domain/medication/dose-strip'
import type { StripState } from '@throughcare/domain/medication/strip-state'
import type { DoseDay, DoseDayState, DoseStripProps } from '@throughcare/ui/dose-strip'
import type { useTranslations } from 'next-intl'
import type { useFormat } from '../words/use-format.ts'

/** How a day of the strip looks: what is due today and what nobody prescribed ask nothing yet. */
const LOOK_OF_STATE = {
  covered: 'covered',
  'due-today': 'ahead',
  closed: 'closed',
  uncovered: 'uncovered',
  unknown: 'unknown',
  'not-prescribed': 'ahead',
} as const satisfies Record<StripDay['state'], DoseDayState>

/** "7. apr." at the end of a sentence: one full stop is enough. */
const ABBREVIATION_AT_THE_END = '..'

type Gap = Extract<DoseSentence, { kind: 'gap' }>

/** Dose cover in the reader's words: the sentence, its gap in one line, and each day of the strip. For both sides of the wire. */
export function coverWords(
  t: ReturnType<typeof useTranslations<'medication'>>,
  format: Pick<ReturnType<typeof useFormat>, 'day'>,
) {
  /** `count`: how many days they are, where the caller knows; two of them are joined by "and". */
  const days = (from: PlainDate, to: PlainDate, count = 0): string =>
    from === to
      ? format.day(from, 'brief')
      : t(count === 2 ? 'sentence.two-days' : 'sentence.range', {
          from: format.day(from, 'brief'),
          to: format.day(to, 'brief'),
        })

  /** Why a place is closed: what was recorded with the closure first, then the holiday on which it is. */
  const closed = (because: ClosedReason, holiday: string | null, reason?: string): string => {
    if (because === 'closure' && reason) return reason
    if (holiday !== null && (because === 'closure' || because === 'said-closed'))
      return t(`closed-on-holiday.${because}`, { holiday })
    return t(`closed.${because}`, { holiday: holiday ?? '' })
  }

  const why = (of: GapPart['why']): string => {
    if (of.state === 'closed') return closed(of.because, of.holiday, of.reason)
    return of.state === 'uncovered' ? t(`uncovered.${of.because}`) : t(`unknown.${of.because}`)
  }

  const part = ({ days: of, why: because }: GapPart, place: string | null): string => {
    const from = of[0] as PlainDate
    const range = { days: days(from, of.at(-1) ?? from, of.length), why: why(because) }
    if (because.state === 'closed')
      return place === null ? t('sentence.closed', range) : t('sentence.closed-there', { ...range, place })
    return because.state === 'uncovered' ? t('sentence.uncovered', range) : t('sentence.unknown', range)
  }

  const gap = ({ parts, days: of, coveredAgainFrom }: Gap, place: string | null): string =>
    [
      t('sentence.gap', { count: of.length }),
      ...parts.map((each) => part(each, place)),
      coveredAgainFrom && t('sentence.again', { day: format.day(coveredAgainFrom, 'brief') }),
    ]
      .filter(Boolean)
      .join(' ')
      .replaceAll(ABBREVIATION_AT_THE_END, '.')

  /** Where there is room for one line: the first reason, and how many days follow it. */
  const gapInBrief = ({ parts, days: all }: Gap): string => {
    const [first] = parts
    const more = all.length - (first?.days.length ?? 0)
    return [first && part(first, null), more > 0 && t('sentence.more-days', { count: more })]
      .filter(Boolean)
      .join(' ')
      .replaceAll(ABBREVIATION_AT_THE_END, '.')
  }

  /** `place`: the dosing point, which the sentence names as the one that is closed. */
  const sentence = (of: DoseSentence, place: string | null = null): string => {
    if (of.kind === 'not-prescribed') return t('sentence.not-prescribed')
    const { coveredTo, isDueToday, nextAppointment } = of
    const saidInTheGap =
      of.kind === 'gap' &&
      of.parts.some((each) => each.why.state === 'uncovered' && each.why.because === 'no-appointment')
    return [
      coveredTo
        ? t('sentence.covered-to', { day: format.day(coveredTo, 'brief') })
        : of.kind === 'gap' && t('sentence.never-covered'),
      isDueToday && t('sentence.due-today'),
      of.kind === 'gap' && gap(of, place),
      nextAppointment
        ? t('sentence.next', { day: format.day(nextAppointment, 'brief') })
        : !saidInTheGap && t('sentence.no-next'),
    ]
      .filter(Boolean)
      .join(' ')
      .replaceAll(ABBREVIATION_AT_THE_END, '.')
  }

  const stateWords = (day: StripState): string => {
    if (day.state === 'covered') return t(`way.${day.way}`)
    if (day.state === 'due-today' || day.state === 'not-prescribed') return t(`strip-state.${day.state}`)
    return t(`strip-state.${day.state}`, { why: why(day) })
  }

  const letter = (day: StripDay): string => t(`letter.${day.state === 'covered' ? day.way : day.state}`)

  const stripDay = (day: StripDay, today: PlainDate): DoseDay => {
    const spokenDay = format.day(day.day, 'long')
    return {
      date: day.day,
      weekday: spokenDay.slice(0, 2),
      day: String(Number(day.day.slice(8))),
      spokenDay,
      state: LOOK_OF_STATE[day.state],
      letter: letter(day),
      words: stateWords(day),
      isToday: day.day === today,
      isRelease: day.fromRelease === 0,
    }
  }

  /** The signs that stand in a strip, with their words. */
  const legend = (of: readonly StripDay[]): DoseStripProps['legend'] => {
    const ways = [...new Set(of.flatMap((day) => (day.state === 'covered' ? [day.way] : [])))]
    const states = [...new Set(of.map((day) => day.state))]
    const others = (['closed', 'uncovered', 'unknown'] as const).filter((state) => states.includes(state))
    return [
      ...ways.map((way) => ({
        key: way,
        state: 'covered' as const,
        letter: t(`letter.${way}`),
        text: t(`way.${way}`),
      })),
      ...others.map((state) => ({ key: state, state, letter: t(`letter.${state}`), text: t(`legend.${state}`) })),
    ]
  }

  /** All that a strip shows. */
  const strip = (of: readonly StripDay[], today: PlainDate): Omit<DoseStripProps, 'summary'> => ({
    caption: t('strip.caption'),
    hideCaption: true,
    label: t('strip.label'),
    days: of.map((day) => stripDay(day, today)),
    rowWords: { day: t('strip.day'), dose: t('strip.dose') },
    markWords: { today: t('strip.today'), release: t('strip.release') },
    legend: legend(of),
    legendLabel: t('strip.legend'),
  })

  return { days, closed, why, gapInBrief, sentence, stateWords, strip }
}
