import type { ReactNode } from 'react'
import { classNames } from './class-names.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** How a day stands. `ahead` = not there yet and nothing planned is known; it asks nothing today. */
export type DoseDayState = 'covered' | 'uncovered' | 'closed' | 'unknown' | 'ahead'

export type DoseDay = {
  /** `2026-03-26`: key and machine-readable day. */
  readonly date: string
  /** "Th" and "26": the head of the column. */
  readonly weekday: string
  readonly day: string
  /** The whole day in words: "Thursday 26 March". */
  readonly spokenDay: string
  readonly state: DoseDayState
  /** S supervised, T take-home, D depot, — none; the caller's language decides. */
  readonly letter: string
  /** The whole cell in words: "covered, supervised dose", "no dose, the place is closed". */
  readonly words: string
  readonly isToday?: boolean | undefined
  readonly isRelease?: boolean | undefined
}

export type DoseStripProps = {
  readonly caption: ReactNode
  readonly hideCaption?: boolean | undefined
  /** Names the part that scrolls: "Dose cover, day by day". */
  readonly label: string
  /** The first gap in words; read before the strip, and enough without it. */
  readonly summary: ReactNode
  readonly days: readonly DoseDay[]
  /** Heads of the two rows: "Day", "Dose". */
  readonly rowWords: { readonly day: string; readonly dose: string }
  readonly markWords: { readonly today: string; readonly release: string }
  /** What each pattern and letter means, in words. */
  readonly legend: readonly {
    readonly key: string
    readonly state: DoseDayState
    readonly letter: string
    readonly text: string
  }[]
  readonly legendLabel: string
}

/**
 * 22 days of dose cover as a table: a letter, a pattern and words in every cell, a line where the gate is.
 * Scrolls sideways on a phone, with finger or arrow keys, and opens at the release day.
 */
export function DoseStrip(props: DoseStripProps) {
  const { caption, hideCaption, label, summary, days, rowWords, markWords, legend, legendLabel } = props
  return (
    <div className="tc-dose">
      <p className="tc-dose__summary">{summary}</p>
      <ScrollRegion label={label} className="tc-dose__scroll">
        <table className="tc-dose__strip">
          <caption className={classNames(hideCaption && 'aksel-sr-only')}>{caption}</caption>
          <thead>
            <tr>
              <th scope="row">
                <VisuallyHidden>{rowWords.day}</VisuallyHidden>
              </th>
              {days.map((day) => (
                <DayHead key={day.date} day={day} markWords={markWords} />
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <VisuallyHidden>{rowWords.dose}</VisuallyHidden>
              </th>
              {days.map(({ date, state, letter, words, isRelease, isToday }) => (
                <td
                  key={date}
                  data-state={state}
                  data-release={isRelease || undefined}
                  data-today={isToday || undefined}
                  title={words}
                >
                  <span className="tc-dose__cell" data-state={state} aria-hidden="true">
                    {letter}
                  </span>
                  <VisuallyHidden>{words}</VisuallyHidden>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
      <ul className="tc-dose__legend" aria-label={legendLabel}>
        {legend.map(({ key, state, letter, text }) => (
          <li key={key}>
            <span className="tc-dose__cell" data-state={state} aria-hidden="true">
              {letter}
            </span>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

type DayHeadProps = { readonly day: DoseDay; readonly markWords: DoseStripProps['markWords'] }

function DayHead({ day, markWords }: DayHeadProps) {
  const marks = [day.isRelease && markWords.release, day.isToday && markWords.today].filter(Boolean).join(', ')
  return (
    <th
      scope="col"
      data-release={day.isRelease || undefined}
      data-today={day.isToday || undefined}
      data-scroll-here={day.isRelease || undefined}
    >
      {/* One line each, so that release and today can stand on neighbouring days. */}
      <span className="tc-dose__mark" aria-hidden="true">
        {day.isRelease && markWords.release}
      </span>
      <span className="tc-dose__mark" aria-hidden="true">
        {day.isToday && markWords.today}
      </span>
      <span className="tc-dose__weekday" aria-hidden="true">
        {day.weekday}
      </span>
      <time dateTime={day.date} className="tc-dose__day" aria-hidden="true">
        {day.day}
      </time>
      <VisuallyHidden>{marks ? `${day.spokenDay}, ${marks}` : day.spokenDay}</VisuallyHidden>
    </th>
  )
}
