import type { ReactNode } from 'react'
import { Disclosure } from './disclosure.tsx'
import { Table, type TableProps } from './table.tsx'

export type ChartWords = {
  readonly title: ReactNode
  readonly headingLevel?: 2 | 3 | 4 | undefined
  /** The chart in a sentence or two: level, direction, what is missing. */
  readonly summary: ReactNode
  /** Opens the table: "The same as a table". */
  readonly tableText: string
}

type ChartFrameProps<Key extends string> = ChartWords & {
  readonly table: TableProps<Key>
  readonly children: ReactNode
}

/** Around every chart: its title, its meaning in words, the picture, and the numbers as a table. */
export function ChartFrame<Key extends string>({
  title,
  headingLevel = 3,
  summary,
  tableText,
  table,
  children,
}: ChartFrameProps<Key>) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="tc-chart">
      <Heading className="tc-chart__title">{title}</Heading>
      <p className="tc-chart__summary">{summary}</p>
      {children}
      <Disclosure summary={tableText}>
        <Table {...table} size="small" phone="scroll" />
      </Disclosure>
    </div>
  )
}
