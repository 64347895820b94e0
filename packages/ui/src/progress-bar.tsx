import type { ReactNode } from 'react'

export type ProgressBarProps = {
  readonly label: string
  readonly value: number
  readonly max: number
  /** How far it is, in words: "31,200 of 50,000 lines read, 14 seconds so far". */
  readonly text: ReactNode
}

/** How far a long deed has come: a bar and the same in words. */
export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  return (
    <div className="tc-progress">
      <progress aria-label={label} value={value} max={max} />
      <p>{text}</p>
    </div>
  )
}
