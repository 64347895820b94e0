'use client'

import { FIRST_NIGHT, type FirstNight } from '@throughcare/domain/outcome/outcome-codes'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Fieldset } from '@throughcare/ui/fieldset'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** Where the first night was, in one press. */
export function FirstNightForm({ episodeId }: { readonly episodeId: string }) {
  const t = useTranslations('housing')
  const trpc = useTRPC()
  const [pressed, setPressed] = useState<FirstNight | null>(null)
  const deed = useDeed(trpc.housing.recordFirstNight.mutationOptions())
  return (
    <FormBody>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <Fieldset id="first-night" legend={t('form.legend')}>
        <ButtonRow>
          {FIRST_NIGHT.map((firstNight) => (
            <Button
              key={firstNight}
              size="small"
              variant={firstNight === 'confirmed-bed' ? 'primary' : 'secondary'}
              pending={deed.pending && pressed === firstNight}
              onClick={() => {
                setPressed(firstNight)
                deed.press({ episodeId, firstNight })
              }}
            >
              {t(`first-night.${firstNight}`)}
            </Button>
          ))}
        </ButtonRow>
      </Fieldset>
      <StatusLine>{deed.done ? t('form.done') : undefined}</StatusLine>
    </FormBody>
  )
}
