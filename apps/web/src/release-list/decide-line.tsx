'use client'

import { LINE_DECISIONS, type LineDecision } from '@throughcare/domain/release-list/release-list-inputs'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly listId: string; readonly line: number; readonly decision: LineDecision | null }

/** Same person or another one: decided by a human, and changeable until the list is confirmed. */
export function DecideLine({ listId, line, decision }: Props) {
  const t = useTranslations('release-list.decide')
  const trpc = useTRPC()
  const deed = useDeed(trpc.releaseList.decide.mutationOptions())
  return (
    <fieldset className="tc-bare-fieldset">
      <VisuallyHidden>
        <legend>{t('legend', { line })}</legend>
      </VisuallyHidden>
      <DeedRefusal error={deed.error} attempt={deed.attempt} labels={{}} yours={{}} onLoad={deed.reload} />
      {decision && <p>{t('saved', { decision: t(decision) })}</p>}
      <ButtonRow>
        {LINE_DECISIONS.filter((one) => one !== decision).map((one) => (
          <Button
            key={one}
            size="small"
            variant="secondary"
            pending={deed.pending}
            onClick={() => deed.press({ listId, line, decision: one })}
          >
            {t(one)}
          </Button>
        ))}
      </ButtonRow>
    </fieldset>
  )
}
