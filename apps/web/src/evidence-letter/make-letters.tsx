'use client'

import type { LetterKind } from '@throughcare/domain/evidence-letter/letter-codes'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly episodeId: string
  readonly choices: readonly { value: LetterKind; text: string; description?: string }[]
  /** Chosen before anybody touched anything: what the barriers ask for. */
  readonly asked: readonly LetterKind[]
}

/** One press makes the letters that are ticked. */
export function MakeLetters({ episodeId, choices, asked }: Props) {
  const t = useTranslations('evidence-letter')
  const trpc = useTRPC()
  const deed = useDeed(trpc.evidenceLetter.make.mutationOptions())
  const form = useForm<{ kinds: LetterKind[] }>({ shouldFocusError: false, defaultValues: { kinds: [...asked] } })
  const fault = form.formState.errors.kinds ? t('kinds.missing') : undefined
  return (
    <form noValidate onSubmit={form.handleSubmit(({ kinds }) => deed.press({ episodeId, kinds }))}>
      <FormBody>
        <DeedRefusal error={deed.error} attempt={deed.attempt} />
        <CheckboxGroup
          id="letter-kinds"
          legend={t('kinds.label')}
          choices={choices}
          defaultValue={asked}
          error={fault}
          {...form.register('kinds', { validate: (kinds) => kinds.length > 0 })}
        />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('making')}>
          {t('make')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('made') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
