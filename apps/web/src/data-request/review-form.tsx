'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Piece = { table: string; rowKey: string; field: string }
type Props = {
  readonly dataRequestId: string
  /** The parts of one table: what stands there, and what was decided about it. */
  readonly legend: string
  readonly pieces: readonly (Piece & { text: string; decided: string })[]
}

/** Parts of one kind that may speak of somebody else: each chosen goes in or stays out. */
export function ReviewForm({ dataRequestId, legend, pieces }: Props) {
  const t = useTranslations('data-request.review')
  const trpc = useTRPC()
  const deed = useDeed(trpc.dataRequest.review.mutationOptions())
  const form = useForm<{ chosen: string[] }>({ defaultValues: { chosen: [] } })
  const decide = (decision: 'release' | 'hold') =>
    form.handleSubmit(({ chosen }) => {
      const picked = pieces.filter(({ rowKey, field }) => chosen.includes(`${rowKey} ${field}`))
      if (picked.length === 0) return form.setError('chosen', { message: t('choose') })
      return deed.press({
        dataRequestId,
        decision,
        pieces: picked.map(({ table, rowKey, field }) => ({ table, rowKey, field })),
      })
    })
  return (
    <form noValidate onSubmit={decide('hold')}>
      <FormBody>
        <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
        <CheckboxGroup
          legend={legend}
          choices={pieces.map(({ rowKey, field, text, decided }) => ({
            value: `${rowKey} ${field}`,
            text,
            description: decided,
          }))}
          error={form.formState.errors.chosen?.message}
          {...form.register('chosen')}
        />
        <ButtonRow>
          <Button
            variant="secondary"
            pending={deed.pending}
            pendingText={t('saving')}
            onClick={() => void decide('release')()}
          >
            {t('release')}
          </Button>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
            {t('hold')}
          </Button>
        </ButtonRow>
      </FormBody>
    </form>
  )
}
