import type { PrintStep } from '@throughcare/domain/print-pack/print-codes'
import type { ReactNode } from 'react'
import styles from './print-sheet.module.css'

/** What is meant, without a letter: for whoever reads slowly. The words beside it say the same. */
const STROKES: Record<PrintStep, ReactNode> = {
  appointment: (
    <path d="M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z" />
  ),
  place: <path d="M4 21V10l8-6 8 6v11zM10 21v-6h4v6" />,
  things: <path d="M5 9h14l1 12H4zM8.5 9V7a3.5 3.5 0 0 1 7 0v2" />,
  bed: <path d="M3 19V6M3 16h18v3M21 16v-3a3 3 0 0 0-3-3h-8v6M6.5 13a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z" />,
  office: <path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7" />,
  number: (
    <path d="M6 3h3l1.5 5-2 1.5a12 12 0 0 0 6 6l1.5-2 5 1.5v3c0 1.5-1 2.5-2.5 2.5C10.5 20.5 3.5 13.5 3.5 5.5 3.5 4 4.5 3 6 3z" />
  ),
}

export function Pictogram({ step }: { readonly step: PrintStep }) {
  return (
    <svg className={styles.pictogram} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {STROKES[step]}
    </svg>
  )
}
