import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'
import type { Tone } from './tone.tsx'

export type ClockProps = {
  /** The big figure: "31", "6". Unknown is a word, never 0: leave it out. */
  readonly value?: string | undefined
  /** What the figure counts: "hours since release", "days to release"; alone ("release not confirmed") without a value. */
  readonly unit: ReactNode
  /** Between small words: "released Thursday 26 March, 09:40". */
  readonly detail?: ReactNode | undefined
  readonly tone: Tone
  /** Part of the first 48 hours that is over, 0 to 1; draws the ring. Leave out before release or when unknown. */
  readonly share?: number | undefined
}

const CIRCUMFERENCE = 2 * Math.PI * 26

/** The clock of a case. A picture of words given by the caller: it does not tick by itself. */
export function Clock({ value, unit, detail, tone, share }: ClockProps) {
  const filled = share === undefined ? undefined : Math.min(Math.max(share, 0), 1) * CIRCUMFERENCE
  return (
    <div className="tc-clock" data-tone={tone}>
      <span className="tc-clock__dial" aria-hidden={value === undefined ? true : undefined}>
        {filled !== undefined && (
          <svg viewBox="0 0 60 60" aria-hidden="true" focusable="false">
            <circle className="tc-clock__track" cx="30" cy="30" r="26" />
            <circle className="tc-clock__share" cx="30" cy="30" r="26" strokeDasharray={`${filled} ${CIRCUMFERENCE}`} />
          </svg>
        )}
        <span className="tc-clock__value">{value ?? <StateShape tone={tone} />}</span>
      </span>
      <span className="tc-clock__words">
        <span className="tc-clock__unit">{unit}</span>
        {detail && <span className="tc-clock__detail">{detail}</span>}
      </span>
    </div>
  )
}
