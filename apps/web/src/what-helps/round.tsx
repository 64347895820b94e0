import type { WhatHelpsView } from '@throughcare/api/what-helps/get-what-helps'
import { Card } from '@throughcare/ui/card'
import { Stack } from '@throughcare/ui/layout'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import styles from './what-helps.module.css'

const LISTS = ['helps', 'pulls', 'strengths'] as const

/** One asking: where and when, what the person wants, and what those around them want beside it. */
export async function Round({ round }: { readonly round: WhatHelpsView['rounds'][number] }) {
  const [t, medicines, format] = await Promise.all([
    getTranslations('what-helps'),
    getTranslations('medication.medicine'),
    getFormat(),
  ])
  const { preferredMedicine, preferredNotMet, lastTime } = round
  return (
    <Card>
      <Stack gap="small">
        <h2>{t(`setting.${round.setting}`, { day: format.day(round.askedOn) })}</h2>
        <SummaryList
          compact
          rows={[
            { key: 'goal', label: t('field.goal'), value: t(`goal.${round.goal}`) },
            { key: 'around', label: t('field.aroundWant'), value: t(`goal.${round.aroundWant}`) },
            ...LISTS.filter((list) => round[list].length > 0).map((list) => ({
              key: list,
              label: t(`field.${list}`),
              value: (
                <ul className={styles.lines}>
                  {round[list].map((line) => (
                    <li key={line} dir="auto">
                      {line}
                    </li>
                  ))}
                </ul>
              ),
            })),
            ...(lastTime ? [{ key: 'last-time', label: t('field.lastTime'), value: lastTime }] : []),
            ...(preferredMedicine
              ? [
                  {
                    key: 'preferred',
                    label: t('field.preferredMedicine'),
                    value: [medicines(preferredMedicine), preferredNotMet].filter(Boolean).join('. '),
                  },
                ]
              : []),
          ]}
        />
        <p className={styles.by}>{t('by', { name: round.recordedBy ?? '', when: format.instant(round.recordedAt) })}</p>
      </Stack>
    </Card>
  )
}
