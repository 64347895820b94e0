import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { StateShape } from './state-shape.tsx'
import type { TableProps } from './table.tsx'

export type RateBar = {
  readonly key: string
  readonly label: string
  /** 0 to 1; null = not shown or not known: no bar, the words instead. */
  readonly rate: number | null
  /** "78 % (39 of 50)", or why there is none. */
  readonly text: string
}

export type RateBarsProps<Key extends string> = ChartWords & {
  readonly bars: readonly RateBar[]
  readonly table: TableProps<Key>
}

/** A rate per place, 0 to 100 %, each bar with its number beside it. Drawn on the server, in the order given. */
export function RateBars<Key extends string>({ bars, table, ...words }: RateBarsProps<Key>) {
  return (
    <ChartFrame {...words} table={table}>
      <ul className="tc-bars">
        {bars.map(({ key, label, rate, text }) => (
          <li key={key}>
            <span className="tc-bars__label">{label}</span>
            <svg className="tc-bars__track" aria-hidden="true" focusable="false">
              <rect
                className="tc-bars__ground"
                width="100%"
                height="100%"
                rx="3"
                data-empty={rate === null || undefined}
              />
              {rate !== null && <rect className="tc-bars__bar" width={`${rate * 100}%`} height="100%" rx="3" />}
            </svg>
            <span className="tc-bars__text">
              {rate === null && <StateShape tone="unknown" shape="lock" />}
              {text}
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
