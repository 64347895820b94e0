import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { ArrivalList } from '../../../arrival-request/arrival-list.tsx'
import { AskForm } from '../../../arrival-request/ask-form.tsx'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('arrival-request', 'title')

type Props = { searchParams: Promise<{ ask?: string | string[] }> }

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Somebody at a desk without papers: whoever has them there asks, the prison that they name answers. */
export default async function ArrivalsPage({ searchParams }: Props) {
  const { ask } = await searchParams
  const openedId = typeof ask === 'string' && ID.test(ask) ? ask : null
  const caller = await api()
  const [arrivals, t, areaName] = await Promise.all([
    caller.arrivalRequest.list({ openedId }),
    getTranslations('arrival-request'),
    getTranslations('area.name'),
  ])
  const { side, asks, prisons, areas, may } = arrivals
  const cannot = prisons.length === 0 ? t('no-prison') : areas.length === 0 ? t('no-area') : null
  return (
    <Words nouns={['arrival-request', 'person']}>
      <KeepFresh />
      <Stack gap="large">
        <PageHeading lead={t(`lead.${side}`)}>{t(`heading.${side}`)}</PageHeading>
        {may.ask && cannot && <Notice tone="attention">{cannot}</Notice>}
        {may.ask && !cannot && (
          <Section card heading={t('ask.heading')} lead={t('ask.what-happens')}>
            <AskForm
              prisons={prisons.map(({ id, name, isNear }) => ({
                value: id,
                text: isNear ? t('near', { name }) : name,
              }))}
              areas={areas.map((value) => ({ value, text: areaName(value) }))}
            />
          </Section>
        )}
        <Section heading={t(`asks.${side}`)}>
          {asks.length === 0 ? (
            <EmptyState heading={t(`asks.none-${side}`)} headingLevel={3}>
              {t(`asks.none-${side}-text`)}
            </EmptyState>
          ) : (
            <ArrivalList arrivals={arrivals} openedId={openedId} />
          )}
        </Section>
      </Stack>
    </Words>
  )
}
