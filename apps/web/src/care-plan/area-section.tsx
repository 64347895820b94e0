import type { AreaView, CaseView, ItemView } from '@throughcare/api/care-plan/case-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ItemList } from '../checklist/item-list.tsx'
import { getFormat } from '../words/get-format.ts'
import { AREA_STATE_LOOK } from './area-looks.ts'

type Props = { readonly view: CaseView; readonly area: AreaView; readonly children?: ReactNode }

/** One of the five areas: how it stands, who it was handed to, what is to be done, and what is off the list below. */
export async function AreaSection({ view, area, children }: Props) {
  const [t, names] = await Promise.all([getTranslations('care-plan'), getTranslations('area')])
  return (
    <Section
      id={`area-${area.area}`}
      heading={names(`name.${area.area}`)}
      card
      actions={<StatusTag {...AREA_STATE_LOOK[area.state]}>{t(`area-state.${area.state}`)}</StatusTag>}
    >
      <AreaBody view={view} area={area}>
        {children}
      </AreaBody>
    </Section>
  )
}

/** A supporting area: the same, folded until something in it is late. */
export async function SupportingArea({ view, area }: Props) {
  const [t, names] = await Promise.all([getTranslations('care-plan'), getTranslations('area')])
  const isLate = itemsOf(view, area).some((item) => item.isOverdue)
  return (
    <Disclosure
      open={isLate}
      summary={
        <span id={`area-${area.area}`}>
          {names(`name.${area.area}`)}{' '}
          <StatusTag {...AREA_STATE_LOOK[area.state]}>{t(`area-state.${area.state}`)}</StatusTag>{' '}
          {t('areas.left', { count: area.left })}
        </span>
      }
    >
      <AreaBody view={view} area={area} />
    </Disclosure>
  )
}

async function AreaBody({ view, area, children }: Props) {
  const [t, names] = await Promise.all([getTranslations('care-plan'), getTranslations('area')])
  const handoff = await handoffWords(area)
  const items = itemsOf(view, area)
  // The prison looks at what has to stand by the gate; what follows it is there to be unfolded.
  const isFolded = (item: ItemView) =>
    view.part.relation === 'own' && item.status !== 'retired' && (item.dueOffsetMinutes ?? 0) > 0
  const live = items.filter((item) => item.status !== 'retired' && !isFolded(item))
  const later = items.filter(isFolded)
  const retired = items.filter((item) => item.status === 'retired')
  const label = t('areas.list', { area: names(`name.${area.area}`) })
  return (
    <Stack>
      {handoff.length > 0 && <FactList facts={handoff} />}
      {children}
      {live.length > 0 ? <ItemList label={label} view={view} items={live} /> : <p>{t('areas.empty')}</p>}
      {later.length > 0 && (
        <Disclosure summary={t('areas.later', { count: later.length })}>
          <ItemList label={t('areas.later', { count: later.length })} view={view} items={later} />
        </Disclosure>
      )}
      {retired.length > 0 && (
        <Disclosure summary={t('areas.off', { count: retired.length })}>
          <ItemList label={t('areas.off-list', { area: names(`name.${area.area}`) })} view={view} items={retired} />
        </Disclosure>
      )}
    </Stack>
  )
}

/** In the order in which they fall due, whatever became of them: a row that was set stays where it was. */
function itemsOf(view: CaseView, { area }: AreaView): ItemView[] {
  return view.items
    .filter((item) => item.area === area)
    .toSorted(
      (left, right) =>
        (left.dueOffsetMinutes ?? 0) - (right.dueOffsetMinutes ?? 0) || (left.code < right.code ? -1 : 1),
    )
}

async function handoffWords({ handoff }: AreaView): Promise<string[]> {
  if (!handoff) return []
  const [t, of, format] = await Promise.all([
    getTranslations('care-plan.handoff'),
    getTranslations('handoff'),
    getFormat(),
  ])
  return [
    t('to', { service: handoff.receivingServiceName, status: of(`status.${handoff.status}`) }),
    ...(handoff.worker ? [t('worker', { name: handoff.worker })] : []),
    ...(handoff.status === 'sent' && handoff.dueAt
      ? [t('due', { when: format.instant(handoff.dueAt, 'weekday') })]
      : []),
  ]
}
