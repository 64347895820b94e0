import type { ReactNode } from 'react'
import { classNames } from './class-names.tsx'
import { Link } from './link.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type TableColumn<Key extends string> = {
  readonly key: Key
  readonly header: ReactNode
  /** The cell that names the row: a row header, and the title of the card on a phone. One column at most. */
  readonly isRowHeader?: boolean | undefined
  /** Numbers stand at the end, under each other. */
  readonly align?: 'start' | 'end' | undefined
  readonly hideHeader?: boolean | undefined
  /** Makes the header a link that sorts; the order in force is said by `sorted`. */
  readonly sortHref?: string | undefined
  readonly sorted?: 'ascending' | 'descending' | undefined
}

export type TableRow<Key extends string> = {
  readonly key: string
  readonly cells: { readonly [K in Key]?: ReactNode }
  readonly tone?: 'attention' | 'urgent' | undefined
}

export type TableProps<Key extends string> = {
  readonly caption: ReactNode
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly TableColumn<Key>[]
  readonly rows: readonly TableRow<Key>[]
  readonly size?: 'medium' | 'small' | undefined
  readonly stickyHeader?: boolean | undefined
  /** On a phone each row is a card (default), or the table scrolls sideways (`scroll`: few narrow columns of numbers). */
  readonly phone?: 'cards' | 'scroll' | undefined
}

/** Rows that are compared. Sorting is a link, so that the order is in the address and works before any script has arrived. */
export function Table<Key extends string>(props: TableProps<Key>) {
  const { caption, hideCaption, columns, rows, size = 'medium', stickyHeader, phone = 'cards' } = props
  return (
    <div className="tc-table-frame" data-phone={phone}>
      <table className="tc-table" data-size={size} data-phone={phone} data-sticky={stickyHeader || undefined}>
        <caption className={classNames(hideCaption && 'aksel-sr-only')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={column.sorted} data-align={column.align}>
                <ColumnHeader column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-tone={row.tone}>
              {columns.map((column) => {
                const Cell = column.isRowHeader ? 'th' : 'td'
                return (
                  <Cell key={column.key} scope={column.isRowHeader ? 'row' : undefined} data-align={column.align}>
                    {/* Repeats the header where the row is a card and its header is out of sight. */}
                    {!column.isRowHeader && !column.hideHeader && (
                      <span className="tc-table__label">{column.header}</span>
                    )}
                    <div className="tc-table__value">{row.cells[column.key]}</div>
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ColumnHeader<Key extends string>({ column }: { readonly column: TableColumn<Key> }) {
  const words = column.hideHeader ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header
  if (!column.sortHref) return words
  return (
    <Link quiet href={column.sortHref} className="tc-table__sort" scroll={false}>
      {words}
      <svg className="tc-table__arrow" data-sorted={column.sorted} viewBox="0 0 12 16" aria-hidden="true">
        <path data-part="up" d="M6 1l4.5 5.5h-9z" />
        <path data-part="down" d="M6 15l4.5-5.5h-9z" />
      </svg>
    </Link>
  )
}
