'use client'

import { Textarea as AkselTextarea } from '@navikt/ds-react/Textarea'
import { forwardRef, type TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.tsx'
import type { FieldProps } from './field-props.tsx'
import { withoutUndefined } from './without-undefined.tsx'

export type TextAreaProps = FieldProps &
  Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'style' | 'id' | 'children' | 'value' | 'defaultValue' | 'maxLength'
  > & {
    readonly value?: string | undefined
    readonly defaultValue?: string | undefined
  }

/** Several lines of text; grows with what is typed. Takes `register(…)` as it is. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { id, className, rows = 3, ...rest },
  ref,
) {
  return (
    <AkselTextarea
      {...withoutUndefined({ ...rest, id: id ?? rest.name })}
      ref={ref}
      minRows={rows}
      className={classNames('tc-field', className)}
    />
  )
})
