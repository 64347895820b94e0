import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'
import { StatusTag } from './status-tag.tsx'
import { Table } from './table.tsx'

export type ChangedPanelProps = {
  readonly heading: ReactNode
  /** Who changed it, when, and that nothing of yours has been saved. */
  readonly children: ReactNode
  readonly words: { readonly field: string; readonly stored: string; readonly yours: string; readonly differs: string }
  readonly rows: readonly {
    readonly key: string
    readonly field: ReactNode
    readonly stored: ReactNode
    readonly yours: ReactNode
    readonly differs: boolean
  }[]
  readonly caption: ReactNode
  readonly actions?: ReactNode | undefined
}

/** Somebody else saved first: both versions side by side, what differs said in words, and the reader decides. */
export function ChangedPanel({ heading, children, words, rows, caption, actions }: ChangedPanelProps) {
  return (
    <div className="tc-changed" role="alert">
      <h2>
        <StateShape tone="attention" />
        {heading}
      </h2>
      <div>{children}</div>
      <Table
        caption={caption}
        hideCaption
        size="small"
        columns={[
          { key: 'field', header: words.field, isRowHeader: true },
          { key: 'stored', header: words.stored },
          { key: 'yours', header: words.yours },
        ]}
        rows={rows.map(({ key, field, stored, yours, differs }) => ({
          key,
          tone: differs ? 'attention' : undefined,
          cells: {
            field: (
              <>
                {field} {differs && <StatusTag tone="attention">{words.differs}</StatusTag>}
              </>
            ),
            stored,
            yours,
          },
        }))}
      />
      {actions && <div className="tc-button-row">{actions}</div>}
    </div>
  )
}
