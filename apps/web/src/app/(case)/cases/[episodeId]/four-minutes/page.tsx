import type { FactView } from '@throughcare/api/care-plan/case-view'
import { type FactCode, NINE_FACT_CODES } from '@throughcare/domain/care-plan/fact-codes'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FourMinutes, MoreFacts } from '../../../../../care-plan/four-minutes.tsx'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { ToldFact } from '../../../../../care-plan/told-fact.tsx'
import { treatmentChoices } from '../../../../../medication/treatment-choices.ts'
import { TreatmentForm } from '../../../../../medication/treatment-form.tsx'
import { Kit } from '../../../../../naloxone/kit.tsx'
import { paths } from '../../../../../paths.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('care-plan', 'four.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** The four-minute plan: nine facts on one screen, and the rest of the plan grows from them. */
export default async function FourMinutesPage({ params }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  if (!view.may.recordFact) forbidden()
  const [choices, t] = await Promise.all([treatmentChoices(), getTranslations('care-plan')])
  const nine = NINE_FACT_CODES.flatMap((code) => view.facts.find((fact) => fact.code === code) ?? [])
  const more = view.facts.filter((fact) => !NINE_FACT_CODES.some((code) => code === fact.code))
  const told: Partial<Record<FactCode, ReactNode>> = Object.fromEntries(
    nine.flatMap((fact, index) => (fact.toldBy === 'fact' ? [] : [[fact.code, toldBy(fact, index)]])),
  )
  return (
    <Words nouns={['care-plan', 'naloxone', 'treatment', 'medication', 'dose', 'calendar']}>
      <Stack gap="large">
        <PageHeading
          lead={t('four.lead')}
          actions={
            <LinkButton href={paths.case(episodeId)} variant="secondary">
              {t('four.to-plan')}
            </LinkButton>
          }
        >
          {t('four.heading')}
        </PageHeading>
        <FourMinutes
          episodeId={episodeId}
          facts={nine}
          told={told}
          onTreatment={
            <Disclosure summary={t('four.record-treatment')} open>
              <TreatmentForm episodeId={episodeId} treatment={null} withLastDose {...choices} />
            </Disclosure>
          }
        />
        <Disclosure summary={t('four.more-heading')}>
          <Stack>
            <p>{t('four.more-lead')}</p>
            <MoreFacts episodeId={episodeId} facts={more} />
          </Stack>
        </Disclosure>
      </Stack>
    </Words>
  )

  function toldBy(fact: FactView, index: number): ReactNode {
    return (
      <Card>
        <ToldFact fact={fact} place={index + 1} episodeId={episodeId} />
        {fact.toldBy === 'kit' && <Kit episodeId={episodeId} view={view} />}
      </Card>
    )
  }
}
