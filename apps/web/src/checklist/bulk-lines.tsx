'use client'

import type { WorkLine } from '@throughcare/api/checklist/work-lines'
import { UNDO_SECONDS } from '@throughcare/domain/dose-list/undo-window'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { StatusLine } from '@throughcare/ui/status-line'
import { TaskList } from '@throughcare/ui/task-list'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSecondsLeft } from '../dose-list/use-seconds-left.ts'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { Looked } from './bulk-panel.tsx'
import { useLineWords } from './use-line-words.ts'

/** What a press would do, line by line, and the press. */
export function BulkPreview({
  looked,
  onDone,
  onClose,
}: {
  readonly looked: Looked
  readonly onDone: (lines: readonly WorkLine[]) => void
  readonly onClose: () => void
}) {
  const t = useTranslations('item-work.bulk')
  const action = useTranslations('action')
  const trpc = useTRPC()
  const done = { onDone: ({ lines }: { lines: WorkLine[] }) => onDone(lines) }
  const assign = useDeed(trpc.checklist.assign.mutationOptions(), done)
  const finish = useDeed(trpc.checklist.finish.mutationOptions(), done)
  const { deed, to, rows, lines } = looked
  const pressed = deed === 'assign' ? assign : finish
  const count = lines.filter(({ refusal }) => refusal === null).length
  // Lines that were refused are sent too: what stands in their way may be gone, and every one is told of.
  const items = rows.map(({ itemId, version }) => ({ itemId, seenVersion: version }))
  return (
    <Section heading={t(`preview-${deed}`, { count, name: to.name })}>
      <Stack gap="medium">
        <DeedRefusal error={pressed.error} attempt={pressed.attempt} />
        <Lines looked={looked} word={t('will')} tone="info" />
        <ButtonRow>
          {count > 0 && (
            <Button
              pending={pressed.pending}
              pendingText={t('doing')}
              onClick={() =>
                deed === 'assign' ? assign.press({ items, toAccountId: to.accountId }) : finish.press({ items })
              }
            >
              {t('do', { count })}
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {action('cancel')}
          </Button>
        </ButtonRow>
      </Stack>
    </Section>
  )
}

/** What a press did, line by line; what was called done can be taken back for ten seconds. */
export function BulkResult({ looked, onClose }: { readonly looked: Looked; readonly onClose: () => void }) {
  const t = useTranslations('item-work.bulk')
  const trpc = useTRPC()
  const [undone, setUndone] = useState<readonly WorkLine[] | null>(null)
  const undo = useDeed(trpc.checklist.undo.mutationOptions(), { onDone: ({ lines }) => setUndone(lines) })
  const did = looked.lines.filter(({ refusal }) => refusal === null)
  const isUndoable = looked.deed === 'finish' && did.length > 0 && undone === null
  const secondsLeft = useSecondsLeft(isUndoable ? (did[0]?.itemId ?? null) : null, UNDO_SECONDS)
  const shown = undone ? { ...looked, lines: undone } : looked
  return (
    <Section heading={t('lines')}>
      <Stack gap="medium">
        <StatusLine tone={did.length > 0 ? 'good' : 'attention'}>
          {undone
            ? t('undone', { count: undone.filter(({ refusal }) => refusal === null).length })
            : t('done', { count: did.length, refused: looked.lines.length - did.length })}
        </StatusLine>
        <DeedRefusal error={undo.error} attempt={undo.attempt} />
        <Lines looked={shown} word={undone ? t('taken-back') : t('did')} tone="good" />
        <ButtonRow>
          {isUndoable && secondsLeft > 0 && (
            <Button
              variant="secondary"
              pending={undo.pending}
              onClick={() =>
                undo.press({
                  items: did.map(({ itemId, version }) => ({ itemId, seenVersion: version ?? 0 })),
                  reason: t('undo-reason'),
                })
              }
            >
              {t('undo')} <span aria-hidden="true">({secondsLeft})</span>
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {t('close')}
          </Button>
        </ButtonRow>
      </Stack>
    </Section>
  )
}

function Lines({
  looked,
  word,
  tone,
}: {
  readonly looked: Looked
  readonly word: string
  readonly tone: 'good' | 'info'
}) {
  const t = useTranslations('item-work.bulk')
  const wordsOf = useLineWords()
  return (
    <TaskList
      label={t('lines')}
      tasks={looked.lines.flatMap((line) => {
        const row = looked.rows.find(({ itemId }) => itemId === line.itemId)
        if (!row) return []
        const refused = wordsOf(line)
        return {
          key: row.itemId,
          title: row.title,
          facts: [row.person, ...row.personFacts],
          status: refused === null ? { tone, text: word } : { tone: 'attention' as const, text: refused },
          ...(looked.deed === 'finish' && row.waits && refused === null ? { blockedBy: row.waits } : {}),
        }
      })}
    />
  )
}
