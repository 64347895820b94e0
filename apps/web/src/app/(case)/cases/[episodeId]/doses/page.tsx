import { MEDICINE_TABLE } from '@throughcare/domain/medication/medicine-table'
import { Disclosure } from '@throughcare/ui/disclosure'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Columns, Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readMedication } from '../../../../../care-plan/read-case.ts'
import { CoverPanel } from '../../../../../cover-plan/cover-panel.tsx'
import { readCover } from '../../../../../cover-plan/read-cover.ts'
import { RulesBehind } from '../../../../../dose-alert/rules-behind.tsx'
import { WhatToDo } from '../../../../../dose-alert/what-to-do.tsx'
import { ConfirmRegime } from '../../../../../medication/confirm-regime.tsx'
import { DoseCover } from '../../../../../medication/dose-cover.tsx'
import { DoseEntries } from '../../../../../medication/dose-entries.tsx'
import { DoseForm } from '../../../../../medication/dose-form.tsx'
import { DoseNotices } from '../../../../../medication/dose-notices.tsx'
import { JoinedDoses } from '../../../../../medication/joined-doses.tsx'
import { LatenessForm } from '../../../../../medication/lateness-form.tsx'
import { treatmentChoices } from '../../../../../medication/treatment-choices.ts'
import { TreatmentFacts } from '../../../../../medication/treatment-facts.tsx'
import { TreatmentForm } from '../../../../../medication/treatment-form.tsx'
import { currentReader } from '../../../../../words/current-reader.ts'
import { typedMoment } from '../../../../../words/local-moment.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('medication', 'page.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** Dose cover of one case: the strip with its sentence, the treatment, the forms, and every entry there ever was. */
export default async function DosesPage({ params }: Props) {
  const { episodeId } = await params
  const medication = await readMedication(episodeId)
  if (!medication) forbidden()
  const [t, choices, reader, cover] = await Promise.all([
    getTranslations('medication'),
    treatmentChoices(),
    currentReader(),
    readCover(episodeId),
  ])
  const { treatment, may } = medication
  return (
    <Words nouns={['medication', 'dose', 'treatment', 'regime', 'calendar', 'cover-plan']}>
      <Stack gap="large">
        <PageHeading>{t('page.heading')}</PageHeading>
        {treatment === null ? (
          <EmptyState heading={t('page.none')}>{t('page.none-hint')}</EmptyState>
        ) : (
          <>
            <DoseNotices medication={medication} />
            <JoinedDoses medication={medication} />
            <DoseCover medication={medication} />
            {cover && <CoverPanel episodeId={episodeId} cover={cover} />}
          </>
        )}
        <Columns split="main-aside">
          <Stack gap="large">
            {treatment && may.recordDose && (
              <Section heading={t('record.heading')} card>
                <DoseForm
                  episodeId={episodeId}
                  treatment={treatment}
                  kinds={MEDICINE_TABLE[treatment.medicine].doseKinds}
                  given={typedMoment(medication.now, reader.timeZone)}
                  ifIntoxicated={<WhatToDo routing={medication.ifIntoxicated} alerts={[]} />}
                />
              </Section>
            )}
            {treatment && (
              <Section heading={t('entries.heading')}>
                <DoseEntries medication={medication} episodeId={episodeId} />
              </Section>
            )}
          </Stack>
          <Stack gap="large">
            {treatment && (
              <Section heading={t('treatment.heading')}>
                <TreatmentFacts medication={medication} treatment={treatment} />
                {may.confirmRegime && treatment.rhythm !== 'depot' && (
                  <ConfirmRegime
                    episodeId={episodeId}
                    treatmentId={treatment.id}
                    seenVersion={treatment.version}
                    today={medication.todayInside}
                  />
                )}
                {may.agreeLateness && treatment.dosing && (
                  <Disclosure summary={t('lateness.change')}>
                    <LatenessForm
                      key={treatment.dosing.id}
                      episodeId={episodeId}
                      dosingServiceId={treatment.dosing.id}
                      seenVersion={medication.agreedLateness?.version ?? 0}
                      initial={{ until: medication.agreedLateness?.until ?? '' }}
                    />
                  </Disclosure>
                )}
              </Section>
            )}
            {may.recordTreatment && (
              <Disclosure summary={treatment ? t('treatment.change') : t('treatment.add')} open={treatment === null}>
                <TreatmentForm
                  key={treatment?.id ?? 'new'}
                  episodeId={episodeId}
                  treatment={treatment}
                  {...choices}
                  withLastDose={treatment === null}
                />
              </Disclosure>
            )}
            {treatment && <RulesBehind medication={medication} />}
            {medication.otherTreatments.length > 0 && (
              <Disclosure summary={t('treatment.earlier')}>
                {medication.otherTreatments.map((other) => (
                  <TreatmentFacts key={other.id} medication={medication} treatment={other} />
                ))}
              </Disclosure>
            )}
          </Stack>
        </Columns>
      </Stack>
    </Words>
  )
}
