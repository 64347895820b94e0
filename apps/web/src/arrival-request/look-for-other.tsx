'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { FoundPerson } from '@throughcare/api/person/found-person'
import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listedName } from '../handoff/person-name.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'
import type { Choice } from './answer-form.tsx'

const AT_MOST = 10

type Props = {
  /** Cases that stand among the choices already. */
  readonly known: readonly string[]
  readonly onFound: (choices: readonly Choice[]) => void
}

/** The prison knows the person under another name, or by number: whoever is found becomes a choice above. */
export function LookForOther({ known, onFound }: Props) {
  const t = useTranslations('arrival-request.answer')
  const format = useFormat()
  const trpc = useTRPC()
  const client = useQueryClient()
  const refusal = useTranslations('refusal')
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<'idle' | 'looking' | 'failed' | number>('idle')
  const look = async () => {
    const text = typed.trim()
    if (text === '' || state === 'looking') return
    setState('looking')
    try {
      const { persons } = await client.fetchQuery({
        ...trpc.person.search.queryOptions({ text, limit: AT_MOST }),
        // Asked anew each time, and nothing of it outlives the page.
        staleTime: 0,
        gcTime: 0,
      })
      const others = persons.filter((one) => HELD.includes(one.relation) && !known.includes(one.episodeId))
      onFound(others.map(choiceOf))
      setState(others.length)
    } catch {
      setState('failed')
    }
  }
  return (
    <Disclosure summary={t('other')}>
      <Stack gap="small">
        <TextField
          label={t('other-label')}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // The form around it is the answer, and this is no answer.
            event.preventDefault()
            void look()
          }}
        />
        <div>
          <Button
            variant="secondary"
            pending={state === 'looking'}
            pendingText={t('other-looking')}
            onClick={() => void look()}
          >
            {t('other-look')}
          </Button>
        </div>
        <StatusLine tone={state === 'failed' ? 'attention' : 'info'}>{said()}</StatusLine>
      </Stack>
    </Disclosure>
  )

  function said(): string | null {
    if (state === 'failed') return refusal('unexpected')
    return typeof state === 'number' ? t('other-found', { count: state }) : null
  }

  function choiceOf(one: FoundPerson): Choice {
    return {
      value: one.episodeId,
      text: listedName(one),
      description: [
        one.dateOfBirth ? t('born', { day: format.day(one.dateOfBirth) }) : t('born-unknown'),
        one.numbers.join(', '),
        one.releasedAt ? t('out', { at: format.instant(one.releasedAt) }) : t('inside'),
      ]
        .filter(Boolean)
        .join(' · '),
    }
  }
}

/** Only a case that the prison holds, or held a month ago, can be handed over. */
const HELD: readonly string[] = ['own', 'closing']
