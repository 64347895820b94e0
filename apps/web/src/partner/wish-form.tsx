'use client'

import type { PartnerWish } from '@throughcare/domain/partner/partner-wishes'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is the server's. */
const WISHES = ['yes', 'no', 'not-asked'] as const satisfies readonly PartnerWish[]

type Props = { readonly episodeId: string; readonly wish: PartnerWish; readonly seenVersion: number | null }

/** Whether the person wants help for a partner, and nothing else: saved as soon as it is chosen. */
export function WishForm({ episodeId, wish, seenVersion }: Props) {
  const t = useTranslations('partner')
  const trpc = useTRPC()
  // What was pressed on this version of the page stands until the page knows a newer one.
  const [picked, setPicked] = useState<{ wish: PartnerWish; on: number | null } | null>(null)
  const chosen = picked && picked.on === seenVersion ? picked.wish : wish
  const deed = useDeed(trpc.partner.recordWish.mutationOptions())
  return (
    <FormBody>
      <DeedRefusal
        error={deed.error}
        attempt={deed.attempt}
        labels={{ wish: t('field.wish') }}
        yours={{ wish: chosen }}
        show={(_field, value) => t(`wish.${value as PartnerWish}`)}
        onLoad={() => {
          setPicked(null)
          deed.reload()
        }}
      />
      <RadioGroup
        name="partner-wish"
        legend={t('legend')}
        description={t('hint')}
        layout="inline"
        value={chosen}
        choices={WISHES.map((value) => ({ value, text: t(`wish.${value}`) }))}
        onChange={(event) => {
          const next = event.target.value as PartnerWish
          setPicked({ wish: next, on: seenVersion })
          deed.press({ episodeId, seenVersion, wish: next })
        }}
      />
      <StatusLine>{deed.pending ? t('saving') : deed.done && !deed.error ? t('saved') : ''}</StatusLine>
    </FormBody>
  )
}
