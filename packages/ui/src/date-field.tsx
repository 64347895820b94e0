'use client'

import { type ClipboardEvent, forwardRef, type ReactNode, useId, useImperativeHandle, useRef } from 'react'
import { findPastedDate, joinTypedDate, splitTypedDate, type TypedDate } from './date-parts.tsx'
import { Fieldset } from './fieldset.tsx'

/** What react-hook-form holds in its hand instead of an input: reading and setting go through the three parts. */
export type DateFieldHandle = {
  value: string
  readonly name: string
  readonly type: 'text'
  focus(): void
  select(): void
}

type DateFieldEvent = {
  readonly type: 'change' | 'blur'
  readonly target: { readonly name: string; readonly value: string }
}

export type DateFieldProps = {
  readonly legend: ReactNode
  readonly description?: ReactNode | undefined
  readonly error?: ReactNode | undefined
  readonly id?: string | undefined
  readonly hideLegend?: boolean | undefined
  readonly name: string
  /** The three words, in the reader's language. */
  readonly words: { readonly day: string; readonly month: string; readonly year: string }
  /** `2026-03-26`. */
  readonly defaultValue?: string | undefined
  /** For a date of birth: lets the browser fill in nothing, because it is never the user's own. */
  readonly disabled?: boolean | undefined
  readonly onChange?: ((event: DateFieldEvent) => unknown) | undefined
  readonly onBlur?: ((event: DateFieldEvent) => unknown) | undefined
}

const PARTS = ['day', 'month', 'year'] as const

/**
 * A date typed in three parts, which works with every keyboard, reader and locale and keeps what was typed even when it
 * is no date. The form's value is `2026-03-26`, or what was typed (see `joinTypedDate`). Takes `register(…)` as it is.
 */
export const DateField = forwardRef<DateFieldHandle, DateFieldProps>(function DateField(
  { legend, description, error, id, hideLegend, name, words, defaultValue = '', disabled, onChange, onBlur },
  ref,
) {
  const own = useId()
  const fieldId = id ?? own
  const inputs = useRef<Record<keyof TypedDate, HTMLInputElement | null>>({ day: null, month: null, year: null })
  const initial = splitTypedDate(defaultValue)

  function read(): string {
    const { day, month, year } = inputs.current
    return joinTypedDate({ day: day?.value ?? '', month: month?.value ?? '', year: year?.value ?? '' })
  }
  function write(typed: TypedDate) {
    for (const part of PARTS) {
      const input = inputs.current[part]
      if (input) input.value = typed[part]
    }
  }
  function tell(type: 'change' | 'blur') {
    const event = { type, target: { name, value: read() } } as const
    if (type === 'change') onChange?.(event)
    else onBlur?.(event)
  }
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = findPastedDate(event.clipboardData.getData('text'))
    if (!pasted) return
    event.preventDefault()
    write(pasted)
    tell('change')
  }

  // The handle reads the inputs afresh each time: only the name can change.
  useImperativeHandle(
    ref,
    () => ({
      get value() {
        return read()
      },
      set value(text: string) {
        write(splitTypedDate(text ?? ''))
      },
      name,
      type: 'text' as const,
      focus: () => inputs.current.day?.focus(),
      select: () => inputs.current.day?.select(),
    }),
    [name],
  )

  return (
    <Fieldset {...{ legend, description, error, hideLegend, name }} id={fieldId} role="group">
      <div className="tc-date">
        {PARTS.map((part) => (
          <div key={part} className="tc-date__part" data-part={part}>
            <label htmlFor={part === 'day' ? fieldId : `${fieldId}-${part}`}>{words[part]}</label>
            <input
              ref={(input) => {
                inputs.current[part] = input
              }}
              id={part === 'day' ? fieldId : `${fieldId}-${part}`}
              className="aksel-text-field__input"
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === 'year' ? 4 : 2}
              defaultValue={initial[part]}
              disabled={disabled}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${fieldId}-error` : undefined}
              onChange={() => tell('change')}
              onBlur={() => tell('blur')}
              onPaste={paste}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  )
})
