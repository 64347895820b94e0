'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Checkbox } from '@throughcare/ui/checkbox'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import type { SelectOption } from '@throughcare/ui/select'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { BulkPanel } from './bulk-panel.tsx'
import type { WorkRow } from './work-row.ts'

type Props = {
  readonly caption: string
  readonly rows: readonly WorkRow[]
  readonly colleagues: readonly SelectOption[]
  readonly may: { readonly assign: boolean; readonly finish: boolean }
  /** Said where there is no line. What was just done stays told beside it. */
  readonly empty: ReactNode
}

/** The lines of a list: each leads to its item and its case; several can be selected and worked on at one press. */
export function WorkList({ caption, rows, colleagues, may, empty }: Props) {
  const t = useTranslations('item-work')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = rows.filter(({ itemId }) => chosen.has(itemId))
  const maySelect = may.assign || may.finish
  const choose = (itemId: string, isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, itemId] : [...before].filter((one) => one !== itemId)))
  return (
    <Stack gap="medium">
      {rows.length > 0 ? table() : empty}
      {maySelect && rows.length > 0 && (
        <ButtonRow>
          <Button size="small" variant="quiet" onClick={() => setChosen(new Set(rows.map(({ itemId }) => itemId)))}>
            {t('bulk.select-page')}
          </Button>
          <Button size="small" variant="quiet" onClick={() => setChosen(new Set())}>
            {t('bulk.select-none')}
          </Button>
        </ButtonRow>
      )}
      {maySelect && (
        <BulkPanel
          selected={selected}
          hasLines={rows.length > 0}
          colleagues={colleagues}
          may={may}
          onDone={() => setChosen(new Set())}
        />
      )}
    </Stack>
  )

  function table() {
    return (
      <Table
        caption={caption}
        hideCaption
        columns={[
          ...(maySelect ? [{ key: 'select', header: t('table.select'), hideHeader: true } as const] : []),
          { key: 'item', header: t('table.item'), isRowHeader: true },
          { key: 'person', header: t('table.person') },
          { key: 'due', header: t('table.due') },
          { key: 'state', header: t('table.state') },
          { key: 'who', header: t('table.who') },
        ]}
        rows={rows.map((row) => ({
          key: row.itemId,
          tone: row.isUrgent ? 'urgent' : undefined,
          cells: {
            select: (
              <Checkbox
                label={
                  <VisuallyHidden>{t('table.select-one', { item: row.title, person: row.person })}</VisuallyHidden>
                }
                checked={chosen.has(row.itemId)}
                onChange={({ target }) => choose(row.itemId, target.checked)}
              />
            ),
            item: (
              <>
                <Link href={row.itemHref}>{row.title}</Link>
                <FactList facts={row.itemFacts} />
                {row.waits && (
                  <StatusTag tone="attention" shape="lock">
                    {row.waits}
                  </StatusTag>
                )}
              </>
            ),
            person: (
              <>
                <Link href={row.caseHref}>{row.person}</Link>
                <FactList facts={row.personFacts} />
              </>
            ),
            due: row.due,
            state: (
              <StatusTag tone={row.state.tone} shape={row.state.shape}>
                {row.state.text}
              </StatusTag>
            ),
            who: row.who,
          },
        }))}
      />
    )
  }
}
