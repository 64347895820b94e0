'use client'

import type { HandoffQuery } from '@throughcare/domain/saved-filter/saved-filter-input'
import { lazy } from 'react'
import { OpenedPart } from '../form/opened-part.tsx'

const KeepForm = lazy(() => import('./keep-filter.tsx').then((form) => ({ default: form.KeepFilterForm })))
const RemovePress = lazy(() => import('./remove-filter.tsx').then((form) => ({ default: form.RemoveFilterPress })))

/** Fetched when the fold around it is opened: most readers of a list keep no filter. */
export function KeepFilter(props: { readonly query: HandoffQuery }) {
  return (
    <OpenedPart>
      <KeepForm {...props} />
    </OpenedPart>
  )
}

/** The same for the press that takes one off. */
export function RemoveFilter(props: { readonly filterId: string; readonly name: string }) {
  return (
    <OpenedPart>
      <RemovePress {...props} />
    </OpenedPart>
  )
}
