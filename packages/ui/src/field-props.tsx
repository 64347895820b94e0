import type { ReactNode } from 'react'

/** What every form field has. `error` is ready words; while it is there the field says so in colour, shape and text. */
export type FieldProps = {
  readonly label: ReactNode
  readonly description?: ReactNode | undefined
  readonly error?: ReactNode | undefined
  /** The address the error summary links to; the field's name unless given. */
  readonly id?: string | undefined
  readonly hideLabel?: boolean | undefined
}
