'use client'

import type { WhatIfView } from '@throughcare/api/cover-plan/cover-view'
import type { CoverGap } from '@throughcare/domain/cover-plan/cover-readiness'
import { DoseStrip } from '@throughcare/ui/dose-strip'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { TaskList } from '@throughcare/ui/task-list'
import { useTranslations } from 'next-intl'
import { useCoverWords } from '../medication/use-cover-words.ts'
import { useFormat } from '../words/use-format.ts'
import { ServicesGap } from './services-gap.tsx'
import { wayKey, wayText } from './way-words.ts'

/** How the days would stand: strip, sentence, gap beside the recorded one, ways and services. */
export function WhatIfResult({ answer }: { readonly answer: WhatIfView }) {
  const t = useTranslations('cover-plan')
  const medicines = useTranslations('medication.medicine')
  const format = useFormat()
  const cover = useCoverWords()
  const { strip, today, sentence, ways, servicesGap, asRecorded } = answer
  const gapWords = (gap: CoverGap | null): string =>
    gap === null
      ? t('what-if.no-gap')
      : t('panel.gap', { count: gap.days, days: cover.days(gap.from, gap.to, gap.days) })
  return (
    <Section heading={t('what-if.result')} card>
      <Stack>
        <DoseStrip
          summary={cover.sentence(sentence, answer.place)}
          {...cover.strip(strip, today)}
          label={t('what-if.result')}
        />
        <SummaryList
          compact
          rows={[
            { key: 'supposed', label: t('what-if.result'), value: gapWords(answer.gap) },
            { key: 'recorded', label: t('what-if.recorded'), value: gapWords(asRecorded.gap) },
          ]}
        />
        {ways.length > 0 && (
          <Section heading={t('ways.heading')} headingLevel={3} lead={t('ways.hint')}>
            <TaskList
              label={t('ways.heading')}
              tasks={ways.map((way) => ({
                key: wayKey(way),
                title: t(`way.${way.way}`),
                status: {
                  tone: way.remainingGapDays === 0 ? ('good' as const) : ('attention' as const),
                  text: t('ways.remaining', { count: way.remainingGapDays }),
                },
                facts: [wayText(way, { t, medicines, cover })],
              }))}
            />
          </Section>
        )}
        <Section heading={t('services.heading')} headingLevel={3}>
          <ServicesGap gap={servicesGap} t={t} format={format} />
        </Section>
      </Stack>
    </Section>
  )
}
