'use client'

import type { DoseListRow } from '@throughcare/api/dose-list/dose-list-row'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { type ReactNode, useRef, useState } from 'react'
import type { TypedMoment } from '../words/typed-moment.ts'
import styles from './dose-list.module.css'
import { DoseRow } from './dose-row.tsx'
import { useRowKeys } from './use-row-keys.ts'

export type ShownRow = {
  readonly row: DoseListRow
  /** As lists write it. */
  readonly name: string
  /** Who, what is prescribed, and how it stands: rendered on the server. */
  readonly facts: ReactNode
  /** What is done if somebody says "intoxicated now": rendered on the server. */
  readonly ifIntoxicated: ReactNode
}

type Props = {
  readonly label: string
  readonly rows: readonly ShownRow[]
  /** The present by the server's clock, for the form of everything that is not one press. */
  readonly given: TypedMoment
}

/** The people of a dose list, one press each; one form is open at a time. What a press did is said once, for who cannot see it. */
export function DoseRows({ label, rows, given }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [said, setSaid] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  useRowKeys(list)
  return (
    <>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      <ul ref={list} className={styles.rows} aria-label={label}>
        {rows.map(({ row, name, facts, ifIntoxicated }) => (
          <DoseRow
            key={row.episodeId}
            row={row}
            name={name}
            given={given}
            say={setSaid}
            isOpen={open === row.episodeId}
            ifIntoxicated={ifIntoxicated}
            onOpen={(opens) => setOpen(opens ? row.episodeId : null)}
          >
            {facts}
          </DoseRow>
        ))}
      </ul>
    </>
  )
}
