import type { ReactNode } from 'react'
import { classNames } from './class-names.tsx'
import { FieldError } from './field-error.tsx'
import type { FieldProps } from './field-props.tsx'

type Described = { readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined }

type FieldFrameProps = Omit<FieldProps, 'id'> & {
  readonly fieldId: string
  readonly className?: string | undefined
  readonly children: (described: Described) => ReactNode
}

/** Label above, description, field, error below, tied together by id: the shape of every field that Aksel has no light one for. */
export function FieldFrame({ fieldId, label, description, error, hideLabel, className, children }: FieldFrameProps) {
  const descriptionId = description ? `${fieldId}-description` : undefined
  const errorId = error ? `${fieldId}-error` : undefined
  const described = [descriptionId, errorId].filter(Boolean).join(' ') || undefined
  return (
    <div className={classNames('aksel-form-field tc-field', Boolean(error) && 'tc-field--error', className)}>
      <label htmlFor={fieldId} className={classNames('aksel-label', hideLabel && 'aksel-sr-only')}>
        {label}
      </label>
      {description && (
        <div id={descriptionId} className="aksel-form-field__description tc-field__description">
          {description}
        </div>
      )}
      {children({ 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      <FieldError id={`${fieldId}-error`}>{error}</FieldError>
    </div>
  )
}
