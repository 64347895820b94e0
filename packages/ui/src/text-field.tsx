'use client'

import { TextField as AkselTextField } from '@navikt/ds-react/TextField'
import { forwardRef, type InputHTMLAttributes } from 'react'
import { classNames } from './class-names.tsx'
import type { FieldProps } from './field-props.tsx'
import { withoutUndefined } from './without-undefined.tsx'

export type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'style' | 'type' | 'id' | 'value' | 'defaultValue'> & {
    readonly type?: 'text' | 'email' | 'tel' | 'password' | undefined
    readonly value?: string | undefined
    readonly defaultValue?: string | undefined
    /** As wide as what is asked for: a hint of what fits. */
    readonly width?: 'short' | 'medium' | 'full' | undefined
  }

/** One line of text. Takes `register(…)` of react-hook-form as it is. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { id, width = 'full', className, type = 'text', ...rest },
  ref,
) {
  return (
    <AkselTextField
      {...withoutUndefined({ ...rest, id: id ?? rest.name })}
      ref={ref}
      type={type}
      className={classNames('tc-field', `tc-field--${width}`, className)}
    />
  )
})
