import type { CoverView } from '@throughcare/api/cover-plan/cover-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { TaskList } from '@throughcare/ui/task-list'
import { getTranslations } from 'next-intl/server'
import { getCoverWords } from '../medication/get-cover-words.ts'
import { getFormat } from '../words/get-format.ts'
import { PrescriptionForm } from './prescription-form.tsx'
import { PrescriptionPresses } from './prescription-presses.tsx'
import { ReachForm } from './reach-form.tsx'
import { SupplyForm } from './supply-form.tsx'

const TONE_OF_PRESCRIPTION = { written: 'attention', collected: 'good', cancelled: 'quiet' } as const

type Props = {
  readonly episodeId: string
  readonly cover: CoverView
  /** Where doses are given. */
  readonly places: readonly { id: string; name: string }[]
}

/** What is arranged for the days around the release: prescriptions, doses for the gate, the way to the dosing point. */
export async function Arranged({ episodeId, cover, places }: Props) {
  const [t, format, words] = await Promise.all([getTranslations('cover-plan'), getFormat(), getCoverWords()])
  const { prescriptions, supply, reach, may, gap, dosingService, restsOnUnknown } = cover
  const isUnsaid = (what: 'prescription' | 'reach') =>
    restsOnUnknown.some(({ unsaid }) => unsaid === what || unsaid === 'both')
  return (
    <Section heading={t('arranged.heading')} card>
      <Stack>
        {restsOnUnknown.length > 0 && (
          <Notice tone="unknown" heading={t('rests.heading')} headingLevel={3}>
            {restsOnUnknown.map(({ from, to, days, unsaid }) => (
              <p key={from}>{t(`rests.${unsaid}`, { days: words.days(from, to), count: days })}</p>
            ))}
            <p>{t('rests.say')}</p>
          </Notice>
        )}
        <Section heading={t('prescription.heading')} headingLevel={3}>
          {prescriptions.length === 0 ? <p>{t('prescription.none')}</p> : <Prescriptions />}
          {may.recordPrescription && (
            <Disclosure summary={t('prescription.add')} open={isUnsaid('prescription')}>
              <PrescriptionForm episodeId={episodeId} places={places} initialPlaceId={dosingService?.id ?? ''} />
            </Disclosure>
          )}
        </Section>
        <Section heading={t('supply.heading')} headingLevel={3}>
          <p>
            {supply?.days
              ? t('supply.planned', { days: words.days(supply.days.from, supply.days.to) })
              : t('supply.none')}
          </p>
          {may.recordSupply && (
            <Disclosure summary={t('supply.change')}>
              <SupplyForm
                episodeId={episodeId}
                seenVersion={supply?.version ?? 0}
                isPlanned={supply?.days != null}
                initial={{
                  supplyFrom: supply?.days?.from ?? gap?.from ?? '',
                  supplyTo: supply?.days?.to ?? gap?.to ?? '',
                }}
              />
            </Disclosure>
          )}
        </Section>
        <Section heading={t('reach.heading')} headingLevel={3}>
          <p>{reachWords()}</p>
          {may.recordReach && (
            <Disclosure summary={t('reach.change')} open={isUnsaid('reach')}>
              <ReachForm
                episodeId={episodeId}
                seenVersion={reach?.version ?? 0}
                initial={{ state: reach?.state ?? 'unknown', fromDay: reach?.fromDay ?? '' }}
              />
            </Disclosure>
          )}
        </Section>
      </Stack>
    </Section>
  )

  function reachWords(): string {
    if (!reach) return t('reach.unknown')
    const said = {
      state: t(`reach.state.${reach.state}`),
      name: reach.recordedBy ?? '',
      when: format.instant(reach.recordedAt),
    }
    return reach.fromDay
      ? t('reach.said-from', { ...said, day: format.day(reach.fromDay, 'brief') })
      : t('reach.said', said)
  }

  function Prescriptions() {
    return (
      <TaskList
        label={t('prescription.heading')}
        tasks={prescriptions.map((each) => ({
          key: each.id,
          title: t('prescription.title', { days: words.days(each.from, each.to), place: each.collectedAt.name }),
          status: { tone: TONE_OF_PRESCRIPTION[each.status], text: t(`prescription.status.${each.status}`) },
          facts: [
            each.prescribedText,
            ...(each.collectBy ? [t('prescription.collect-by', { day: format.day(each.collectBy, 'brief') })] : []),
            t('prescription.recorded', { name: each.recordedBy ?? '', when: format.instant(each.recordedAt) }),
          ],
          ...(may.recordPrescription && each.status === 'written'
            ? {
                actions: (
                  <PrescriptionPresses episodeId={episodeId} prescriptionId={each.id} seenVersion={each.version} />
                ),
              }
            : {}),
        }))}
      />
    )
  }
}
