'use client'

import { SubNavigation } from '@throughcare/ui/sub-navigation'
import { usePathname } from 'next/navigation'

type Props = {
  readonly label: string
  readonly moreText: string
  readonly items: readonly { href: string; text: string }[]
}

/** The pages of one case; knows which of them is open. */
export function CaseNavigation({ label, moreText, items }: Props) {
  const path = usePathname()
  return (
    <SubNavigation
      label={label}
      moreText={moreText}
      items={items.map((item) => ({ ...item, current: item.href === path }))}
    />
  )
}
