'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { WorkerOption } from '../capacity/get-capacity-words.ts'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useAssignmentWords } from './use-assignment-words.ts'

type Props = { readonly handoffId: string; readonly seenVersion: number; readonly workers: readonly WorkerOption[] }

/** Puts one handoff in a colleague's name: who has how much, and who is away, stands beside each. */
export function GiveHandoff({ handoffId, seenVersion, workers }: Props) {
  const t = useTranslations('handoff-list')
  const trpc = useTRPC()
  const wordsOf = useAssignmentWords()
  const [to, setTo] = useState('')
  const [told, setTold] = useState<{ text: string; tone: 'good' | 'attention' }>({ text: '', tone: 'good' })
  const name = (value: string): string => workers.find((one) => one.value === value)?.name ?? ''
  const assign = useDeed(trpc.handoff.assign.mutationOptions(), {
    onDone: ({ lines: [line] }) => {
      const refused = line ? wordsOf(line) : null
      setTold({ text: refused ?? t('one.done', { name: name(to) }), tone: refused ? 'attention' : 'good' })
    },
  })
  const give = () =>
    to === ''
      ? setTold({ text: t('assign.nobody-chosen'), tone: 'attention' })
      : assign.press({ handoffs: [{ handoffId, seenVersion }], workerId: to })
  return (
    <FormBody>
      <DeedRefusal error={assign.error} attempt={assign.attempt} />
      <Select
        id="give-to"
        label={t('assign.to')}
        description={t('one.hint')}
        emptyText={t('assign.choose')}
        options={workers}
        value={to}
        onChange={({ target }) => setTo(target.value)}
      />
      <div>
        <Button variant="secondary" pending={assign.pending} pendingText={t('assign.doing')} onClick={give}>
          {t('one.press')}
        </Button>
      </div>
      <StatusLine tone={told.tone}>{told.text}</StatusLine>
    </FormBody>
  )
}
