'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Checkbox } from '@throughcare/ui/checkbox'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Table } from '@throughcare/ui/table'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { WorkerOption } from '../capacity/get-capacity-words.ts'
import { AssignPanel } from './assign-panel.tsx'
import type { AssignRow } from './assign-row.ts'

type Props = { readonly rows: readonly AssignRow[]; readonly workers: readonly WorkerOption[] }

/** Handoffs to be selected, and given to one worker at a press. */
export function AssignList({ rows, workers }: Props) {
  const t = useTranslations('handoff-list.assign')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (handoffId: string, isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, handoffId] : [...before].filter((one) => one !== handoffId)))
  return (
    <Stack gap="medium">
      <Table
        caption={t('table')}
        hideCaption
        columns={[
          { key: 'select', header: t('select'), hideHeader: true },
          { key: 'person', header: t('person'), isRowHeader: true },
          { key: 'area', header: t('area') },
          { key: 'out', header: t('out') },
          { key: 'state', header: t('state') },
          { key: 'who', header: t('who') },
        ]}
        rows={rows.map((row) => ({
          key: row.handoffId,
          tone: row.isUrgent ? 'urgent' : undefined,
          cells: {
            select: (
              <Checkbox
                label={<VisuallyHidden>{t('select-one', { area: row.area, person: row.person })}</VisuallyHidden>}
                checked={chosen.has(row.handoffId)}
                onChange={({ target }) => choose(row.handoffId, target.checked)}
              />
            ),
            person: (
              <>
                <Link href={row.href}>{row.person}</Link>
                <FactList facts={row.personFacts} />
              </>
            ),
            area: row.area,
            out: row.out,
            state: row.state,
            who: row.who,
          },
        }))}
      />
      <ButtonRow>
        <Button size="small" variant="quiet" onClick={() => setChosen(new Set(rows.map((row) => row.handoffId)))}>
          {t('select-page')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => setChosen(new Set())}>
          {t('select-none')}
        </Button>
      </ButtonRow>
      <AssignPanel
        selected={rows.filter(({ handoffId }) => chosen.has(handoffId))}
        workers={workers}
        onDone={() => setChosen(new Set())}
      />
    </Stack>
  )
}
