import type { SupplyView } from '@throughcare/api/health-supply/get-supplies'
import type { SupplyAlert } from '@throughcare/domain/health-supply/supply-alerts'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Row, Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import type { StatementField } from '../circumstance/statement-field.tsx'
import { getFormat } from '../words/get-format.ts'
import { SupplyForm } from './supply-form.tsx'

type Props = {
  readonly supply: SupplyView
  /** Which one of the page: its heading names no illness. */
  readonly number: number
  readonly fields: readonly StatementField[]
  readonly mayRecord: boolean
}

const URGENT: readonly SupplyAlert[] = ['ring-specialist', 'run-out', 'runs-out-before-appointment', 'under-30-days']

/** One medicine: how long it lasts, who goes on with it, what is due, what must be told. */
export async function SupplyCard({ supply, number, fields, mayRecord }: Props) {
  const [t, format] = await Promise.all([getTranslations('health-supply'), getFormat()])
  const { id, episodeId, version, kind, alerts } = supply
  const isUrgent = alerts.some((alert) => URGENT.includes(alert))
  return (
    <Card {...(alerts.length > 0 ? { tone: isUrgent ? ('urgent' as const) : ('attention' as const) } : {})}>
      <Stack gap="small">
        <h2>{t('name', { number })}</h2>
        <Row>
          <StatusTag tone={isUrgent ? 'urgent' : alerts.length > 0 ? 'attention' : 'good'}>
            {alerts.length > 0 ? t('to-do', { count: alerts.length }) : t('nothing-to-do')}
          </StatusTag>
        </Row>
        {alerts.length > 0 && <FactList facts={alerts.map((alert) => t(`alert.${alert}`))} />}
        <FactList
          facts={[
            t(`what.${kind}`),
            t(`is.${supply.state}`),
            supply.medicine ?? t('medicine.unknown'),
            supply.supplyDays === null || supply.countedOn === null
              ? t('not-counted')
              : t('counted', { days: supply.supplyDays, day: format.day(supply.countedOn) }),
            ...(supply.lastsUntil ? [t('lasts', { day: format.day(supply.lastsUntil) })] : []),
            supply.continues ? t('goes-on', { who: supply.continues }) : t('nobody-named'),
            supply.appointmentOn ? t('appointment', { day: format.day(supply.appointmentOn) }) : t('no-appointment'),
            ...(supply.courseEndsOn ? [t('course-ends', { day: format.day(supply.courseEndsOn) })] : []),
            ...(supply.testDueOn ? [t('test-due', { day: format.day(supply.testDueOn) })] : []),
            ...(supply.daysWithout ? [t('days-without', { days: supply.daysWithout })] : []),
            t('recorded', { name: supply.recordedBy ?? '', at: format.instant(supply.recordedAt) }),
          ]}
        />
        {mayRecord && (
          <Disclosure summary={t('change')}>
            <SupplyForm
              id={`supply-${id}`}
              fields={fields}
              initial={Object.fromEntries(
                fields.map(({ name }) => [name, supply[name as keyof SupplyView] as string | number | null]),
              )}
              fixed={{ episodeId, supplyId: id, kind, seenVersion: version }}
              press={t('save')}
              done={t('saved')}
            />
          </Disclosure>
        )}
      </Stack>
    </Card>
  )
}
