'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { AssignmentLine } from '@throughcare/api/handoff/assignment-lines'
import type { ShownError } from '@throughcare/api/trpc'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FormBody, Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TaskList } from '@throughcare/ui/task-list'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { WorkerOption } from '../capacity/get-capacity-words.ts'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { type DeedError, shownError } from '../form/shown-error.ts'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { AssignRow } from './assign-row.ts'
import { useAssignmentWords } from './use-assignment-words.ts'

type Props = {
  readonly selected: readonly AssignRow[]
  readonly workers: readonly WorkerOption[]
  readonly onDone: () => void
}
type Looked = { to: WorkerOption; rows: readonly AssignRow[]; lines: readonly AssignmentLine[] }
type Step = { kind: 'choose' } | ({ kind: 'preview' | 'done' } & Looked)

const linesOf = (rows: readonly AssignRow[]) =>
  rows.map(({ handoffId, version }) => ({ handoffId, seenVersion: version }))

/** First what would happen line by line, then the press, then what did happen line by line. */
export function AssignPanel({ selected, workers, onDone }: Props) {
  const t = useTranslations('handoff-list.assign')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [to, setTo] = useState('')
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const [isLooking, setLooking] = useState(false)
  const [refusal, setRefusal] = useState<ShownError | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState('')

  const look = async (): Promise<void> => {
    setRefusal(null)
    const worker = workers.find(({ value }) => value === to)
    setTold(selected.length === 0 ? t('nothing-selected') : worker ? '' : t('nobody-chosen'))
    if (selected.length === 0 || !worker) return
    setLooking(true)
    try {
      const asked = trpc.handoff.preview.queryOptions({ handoffs: linesOf(selected), workerId: worker.value })
      // What stands now, not what stood when somebody last looked.
      const { lines } = await queries.fetchQuery({ ...asked, staleTime: 0, gcTime: 0, retry: false })
      setStep({ kind: 'preview', to: worker, rows: selected, lines })
    } catch (error) {
      setRefusal(shownError(error as DeedError))
      setAttempt((before) => before + 1)
    }
    setLooking(false)
  }

  if (step.kind !== 'choose')
    return (
      <AssignLines
        looked={step}
        isDone={step.kind === 'done'}
        onDone={(lines) => {
          setStep({ ...step, kind: 'done', lines })
          onDone()
        }}
        onClose={() => setStep({ kind: 'choose' })}
      />
    )
  return (
    <Section heading={t('chosen', { count: selected.length })}>
      <FormBody>
        <DeedRefusal error={refusal} attempt={attempt} />
        <Select
          id="assign-to"
          label={t('to')}
          emptyText={t('choose')}
          options={workers}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
        <ButtonRow>
          <Button variant="secondary" pending={isLooking} pendingText={t('looking')} onClick={look}>
            {t('look')}
          </Button>
          <StatusLine tone="attention">{told}</StatusLine>
        </ButtonRow>
      </FormBody>
    </Section>
  )
}

type LinesProps = {
  readonly looked: Looked
  readonly isDone: boolean
  readonly onDone: (lines: readonly AssignmentLine[]) => void
  readonly onClose: () => void
}

function AssignLines({ looked: { to, rows, lines }, isDone, onDone, onClose }: LinesProps) {
  const t = useTranslations('handoff-list.assign')
  const action = useTranslations('action')
  const trpc = useTRPC()
  const wordsOf = useAssignmentWords()
  const assign = useDeed(trpc.handoff.assign.mutationOptions(), { onDone: (answer) => onDone(answer.lines) })
  const count = lines.filter(({ refusal }) => refusal === null).length
  return (
    <Section heading={isDone ? t('lines') : t('preview', { count, name: to.name })}>
      <Stack gap="medium">
        {isDone && (
          <StatusLine tone={count > 0 ? 'good' : 'attention'}>
            {t('done', { count, refused: lines.length - count })}
          </StatusLine>
        )}
        <DeedRefusal error={assign.error} attempt={assign.attempt} />
        <TaskList
          label={t('lines')}
          tasks={lines.flatMap((line) => {
            const row = rows.find(({ handoffId }) => handoffId === line.handoffId)
            const refused = wordsOf(line)
            if (!row) return []
            return {
              key: row.handoffId,
              title: row.person,
              facts: [row.area, ...row.personFacts],
              status:
                refused === null
                  ? { tone: isDone ? ('good' as const) : ('info' as const), text: t(isDone ? 'did' : 'will') }
                  : { tone: 'attention' as const, text: refused },
            }
          })}
        />
        <ButtonRow>
          {/* Lines that were refused are sent too: what stands in their way may be gone, and every one is told of. */}
          {!isDone && count > 0 && (
            <Button
              pending={assign.pending}
              pendingText={t('doing')}
              onClick={() => assign.press({ handoffs: linesOf(rows), workerId: to.value })}
            >
              {t('do', { count })}
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {isDone ? t('close') : action('cancel')}
          </Button>
        </ButtonRow>
      </Stack>
    </Section>
  )
}
