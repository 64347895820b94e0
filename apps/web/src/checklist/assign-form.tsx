'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FormBody } from '@throughcare/ui/layout'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useLineWords } from './use-line-words.ts'

type Props = {
  readonly itemId: string
  readonly seenVersion: number
  readonly assignedTo: string | null
  readonly colleagues: readonly SelectOption[]
}

/** Puts the item in the name of a colleague, or in nobody's. */
export function AssignForm({ itemId, seenVersion, assignedTo, colleagues }: Props) {
  const t = useTranslations('item-work.assign')
  const trpc = useTRPC()
  const wordsOf = useLineWords()
  const [to, setTo] = useState(assignedTo ?? '')
  const [told, setTold] = useState<{ words: string; isSaved: boolean } | null>(null)
  const deed = useDeed(trpc.checklist.assign.mutationOptions(), {
    onDone: ({ lines }) => {
      const why = lines[0] ? wordsOf(lines[0]) : null
      setTold({ words: why ?? t('saved'), isSaved: why === null })
    },
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTold(null)
    deed.press({ items: [{ itemId, seenVersion }], toAccountId: to === '' ? null : to })
  }
  return (
    <form noValidate onSubmit={save}>
      <FormBody>
        <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
        <Select
          id="assign-to"
          label={t('label')}
          emptyText={t('nobody')}
          options={colleagues}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
        <ButtonRow>
          <Button type="submit" variant="secondary" pending={deed.pending}>
            {t('save')}
          </Button>
          <StatusLine tone={told?.isSaved === false ? 'attention' : 'good'}>{told?.words}</StatusLine>
        </ButtonRow>
      </FormBody>
    </form>
  )
}
