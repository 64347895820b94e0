'use client'

import { Select as AkselSelect } from '@navikt/ds-react/Select'
import { forwardRef, type SelectHTMLAttributes } from 'react'
import { classNames } from './class-names.tsx'
import type { FieldProps } from './field-props.tsx'
import { withoutUndefined } from './without-undefined.tsx'

export type SelectOption = { readonly value: string; readonly text: string; readonly disabled?: boolean | undefined }

export type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'style' | 'size' | 'id' | 'children' | 'multiple'> & {
    readonly options: readonly SelectOption[]
    /** The first, empty choice; without it the first option is chosen from the start. */
    readonly emptyText?: string | undefined
    readonly width?: 'medium' | 'full' | undefined
  }

/** One of many, in the device's own picker. Takes `register(…)` as it is. For fewer than six choices prefer RadioGroup. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(
  { id, options, emptyText, width = 'full', className, ...rest },
  ref,
) {
  return (
    <AkselSelect
      {...withoutUndefined({ ...rest, id: id ?? rest.name })}
      ref={ref}
      className={classNames('tc-field', `tc-field--${width}`, className)}
    >
      {emptyText !== undefined && <option value="">{emptyText}</option>}
      {options.map(({ value, text, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {text}
        </option>
      ))}
    </AkselSelect>
  )
})
