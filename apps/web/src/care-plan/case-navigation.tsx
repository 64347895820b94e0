'use client'

import { SubNavigation } from '@throughcare/ui/sub-navigation'
import { usePathname } from 'next/navigation'

type Props = { readonly label: string; readonly items: readonly { href: string; text: string }[] }

/** The pages of one case; knows which of them is open. */
export function CaseNavigation({ label, items }: Props) {
  const path = usePathname()
  return <SubNavigation label={label} items={items.map((item) => ({ ...item, current: item.href === path }))} />
}
