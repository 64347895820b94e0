import { MEDICINES } from '@throughcare/domain/medication/medication-codes'
import { SETTINGS } from '@throughcare/domain/what-helps/what-helps-codes'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Columns, Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { Rights } from '../../../../../../what-helps/rights.tsx'
import { Round } from '../../../../../../what-helps/round.tsx'
import { RoundForm } from '../../../../../../what-helps/round-form.tsx'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('what-helps', 'title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** What helps and what pulls, inside and outside side by side; and what the person has a right to. */
export default async function WhatHelpsPage({ params }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  const caller = await api()
  const asked = await orNotFound(caller.whatHelps.byEpisode({ episodeId }))
  const [t, medicines] = await Promise.all([getTranslations('what-helps'), getTranslations('medication.medicine')])
  const shown = SETTINGS.flatMap((setting) => asked.sideBySide[setting] ?? [])
  const earlier = asked.rounds.filter((round) => !shown.includes(round))
  return (
    <Words nouns={['what-helps', 'calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        {shown.length === 0 && <Notice tone="info">{t('nothing-yet')}</Notice>}
        <Columns>
          {shown.map((round) => (
            <Round key={round.version} round={round} />
          ))}
        </Columns>
        {asked.may.record && (
          <Section heading={t(`ask.${asked.setting}`)} lead={t('ask.lead')}>
            <RoundForm
              episodeId={episodeId}
              seenVersion={asked.rounds[0]?.version ?? null}
              today={asked.today}
              medicines={MEDICINES.map((value) => ({ value, text: medicines(value) }))}
            />
          </Section>
        )}
        {earlier.length > 0 && (
          <Disclosure summary={t('earlier', { count: earlier.length })}>
            <Stack>
              {earlier.map((round) => (
                <Round key={round.version} round={round} />
              ))}
            </Stack>
          </Disclosure>
        )}
        <Rights country={view.episode.releaseCountry ?? view.prison.country} />
      </Stack>
    </Words>
  )
}
