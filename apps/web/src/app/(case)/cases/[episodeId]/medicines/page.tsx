import { Disclosure } from '@throughcare/ui/disclosure'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Prose, Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { getSupplyFields } from '../../../../../health-supply/get-supply-fields.ts'
import { SupplyCard } from '../../../../../health-supply/supply-card.tsx'
import { SupplyForm } from '../../../../../health-supply/supply-form.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('health-supply', 'page.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** Medicine beside the maintenance treatment. Its address and its title name no illness. */
export default async function MedicinesPage({ params }: Props) {
  const { episodeId } = await params
  await readCase(episodeId)
  const caller = await api()
  const [of, t, fields] = await Promise.all([
    orNotFound(caller.healthSupply.byEpisode({ episodeId })),
    getTranslations('health-supply'),
    getSupplyFields(),
  ])
  return (
    <Words nouns={['health-supply', 'circumstance']}>
      <Stack gap="large">
        <PageHeading lead={t('page.lead')}>{t('page.heading')}</PageHeading>
        {of.supplies.length === 0 && <EmptyState heading={t('none')}>{t('none-hint')}</EmptyState>}
        {of.supplies.map((supply, at) => (
          <SupplyCard
            key={supply.id}
            supply={supply}
            number={at + 1}
            fields={fields}
            mayRecord={of.records.includes(supply.kind)}
          />
        ))}
        {of.records.length > 0 && (
          <Disclosure summary={t('record')}>
            <SupplyForm
              id="supply-new"
              fields={[
                {
                  name: 'kind',
                  kind: 'list',
                  label: t('kind.label'),
                  hint: t('kind.hint'),
                  none: t('kind.none'),
                  options: of.records.map((value) => ({ value, text: t(`what.${value}`) })),
                },
                ...fields,
              ]}
              initial={{ state: 'under-way' }}
              fixed={{ episodeId, supplyId: null, seenVersion: 0 }}
              press={t('save')}
              done={t('saved')}
            />
          </Disclosure>
        )}
        <Prose>
          <p>{t('rules')}</p>
        </Prose>
      </Stack>
    </Words>
  )
}
