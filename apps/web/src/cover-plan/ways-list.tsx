import type { CoverView } from '@throughcare/api/cover-plan/cover-view'
import { daysOfWay } from '@throughcare/domain/cover-plan/way-days'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { TaskList } from '@throughcare/ui/task-list'
import { getTranslations } from 'next-intl/server'
import { getCoverWords } from '../medication/get-cover-words.ts'
import { DecideForm } from './decide-form.tsx'
import { wayKey, wayText } from './way-words.ts'

type Props = {
  readonly episodeId: string
  readonly cover: CoverView
  /** Who can be asked to do it. */
  readonly services: readonly { id: string; name: string }[]
  readonly ownServiceId: string
}

/** The ways against the gap, in order, each with the days that would remain and the press that takes it. */
export async function WaysList({ episodeId, cover, services, ownServiceId }: Props) {
  const [t, medicines, words] = await Promise.all([
    getTranslations('cover-plan'),
    getTranslations('medication.medicine'),
    getCoverWords(),
  ])
  const { ways, gap, plan, may } = cover
  if (gap === null) return null
  return (
    <Stack gap="small">
      <p>{t('ways.hint')}</p>
      {ways.length === 0 && <p>{t('ways.none')}</p>}
      <TaskList
        label={t('ways.heading')}
        tasks={ways.map((way, index) => ({
          key: wayKey(way),
          title: `${t('ways.number', { number: index + 1 })} ${t(`way.${way.way}`)}`,
          status: {
            tone: way.remainingGapDays === 0 ? ('good' as const) : ('attention' as const),
            text: t('ways.remaining', { count: way.remainingGapDays }),
          },
          facts: [wayText(way, { t, medicines, cover: words }), ...(way.place?.phone ? [way.place.phone] : [])],
          ...(may.decide
            ? {
                actions: (
                  <Disclosure summary={plan ? t('ways.replace') : t('ways.take')}>
                    <DecideForm
                      episodeId={episodeId}
                      way={way.way}
                      seenPlan={plan && { id: plan.id, version: plan.version }}
                      seenGap={{ from: gap.from, to: gap.to, remainingDays: way.remainingGapDays }}
                      wayDays={daysOfWay(way)}
                      services={way.place ? [way.place] : services}
                      initialServiceId={way.place?.id ?? ownServiceId}
                      id={wayKey(way)}
                    />
                  </Disclosure>
                ),
              }
            : {}),
        }))}
      />
    </Stack>
  )
}
