import type { BarriersOfCase, BarrierView } from '@throughcare/api/barrier/get-barriers'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Row, Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { BarrierForm } from './barrier-form.tsx'
import { getBarrierFields } from './get-barrier-fields.ts'

type Props = { readonly barrier: BarrierView; readonly of: BarriersOfCase }

/** One barrier: what it is, who could take it away, since when, how many days; and the form that ends it. */
export async function BarrierCard({ barrier, of }: Props) {
  const [t, area, format, fields] = await Promise.all([
    getTranslations('barrier'),
    getTranslations('area'),
    getFormat(),
    getBarrierFields(of, barrier),
  ])
  const { id, version, episodeId, code, level, serviceId, words, since, resolvedOn, resolvedHow, daysLost } = barrier
  return (
    <Card tone={resolvedOn ? undefined : 'attention'}>
      <Stack gap="small">
        <h3>{t(`what.${code}`)}</h3>
        <Row>
          <StatusTag tone={resolvedOn ? 'good' : 'attention'}>{resolvedOn ? t('over') : t('stands')}</StatusTag>
        </Row>
        {words && <p>{words}</p>}
        <FactList
          facts={[
            area(`name.${barrier.area}`),
            ...(barrier.serviceName ? [barrier.serviceName] : []),
            t(`at.${level}`),
            since ? t('since-day', { day: format.day(since) }) : t('since-unknown'),
            daysLost === null ? t('days-unknown') : t('days', { days: daysLost }),
            ...(resolvedOn && resolvedHow
              ? [t('ended', { day: format.day(resolvedOn), how: t(`end.${resolvedHow}`) })]
              : []),
            t('recorded', { name: barrier.recordedBy ?? '', at: format.instant(barrier.recordedAt) }),
          ]}
        />
        {of.writableAreas.includes(barrier.area) && (
          <Disclosure summary={resolvedOn ? t('change') : t('end-it')}>
            <BarrierForm
              id={`barrier-${id}`}
              fields={fields}
              initial={{ code, level, serviceId, words, since, resolvedOn, resolvedHow }}
              fixed={{ episodeId, barrierId: id, seenVersion: version, area: barrier.area }}
              press={t('save')}
              done={t('saved')}
            />
          </Disclosure>
        )}
      </Stack>
    </Card>
  )
}
