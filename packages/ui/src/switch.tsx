'use client'

import { Switch as AkselSwitch } from '@navikt/ds-react/Switch'
import { forwardRef, type InputHTMLAttributes, type ReactNode } from 'react'
import { withoutUndefined } from './without-undefined.tsx'

export type SwitchProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'style' | 'size' | 'id' | 'type' | 'children' | 'value'
> & {
  readonly label: ReactNode
  readonly description?: string | undefined
  readonly id?: string | undefined
}

/** A setting that acts at once. For an answer that is sent with a form use Checkbox. */
export const Switch = forwardRef<HTMLInputElement, SwitchProps>(function Switch({ label, ...rest }, ref) {
  return (
    <AkselSwitch {...withoutUndefined(rest)} ref={ref}>
      {label}
    </AkselSwitch>
  )
})
