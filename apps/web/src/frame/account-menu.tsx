'use client'

import { Menu } from '@throughcare/ui/menu'
import type { ThemeChoice } from '@throughcare/ui/theme-choice'
import { lazy } from 'react'
import { OpenedPart } from '../form/opened-part.tsx'

const AccountMenuParts = lazy(() =>
  import('./account-menu-parts.tsx').then((menu) => ({ default: menu.AccountMenuParts })),
)

export type AccountMenuProps = {
  readonly name: string
  readonly theme: ThemeChoice
  /** Has other hats. On a phone the header has no room for the way to them. */
  readonly changesHat?: boolean
  /** Holds the grant of an approver. */
  readonly approves?: boolean
}

/** Colours, language and the two ways out: fetched once somebody opens it, so that no page is heavier for it. */
export function AccountMenu({ name, ...parts }: AccountMenuProps) {
  return (
    <Menu label={name}>
      <OpenedPart>
        <AccountMenuParts {...parts} />
      </OpenedPart>
    </Menu>
  )
}
