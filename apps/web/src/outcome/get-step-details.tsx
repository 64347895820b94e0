import type { FirstHours } from '@throughcare/api/outcome/get-first-hours'
import type { FirstStep } from '@throughcare/domain/outcome/first-steps'
import { FactList } from '@throughcare/ui/fact-list'
import { Link } from '@throughcare/ui/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

/** What is known about each step, in a line under it. */
export async function getStepDetails(of: FirstHours): Promise<Record<FirstStep, ReactNode>> {
  const [t, areaName, contact, housing, handoff, format] = await Promise.all([
    getTranslations('outcome.detail'),
    getTranslations('area.name'),
    getTranslations('contact'),
    getTranslations('housing'),
    getTranslations('handoff'),
    getFormat(),
  ])
  const at = (instant: string) => format.instant(instant, 'weekday')
  const standing = of.handoffs.filter(({ isStanding }) => isStanding)
  const [lastContact] = of.contacts
  const [next] = of.nextAppointments
  return {
    acknowledge: standing.length > 0 && (
      <FactList
        facts={standing.map((one) => (
          <span key={one.id}>
            <Link href={paths.handoff(one.id)}>
              {t('handoff', { area: areaName(one.area), name: one.receivingName })}
            </Link>
            {': '}
            {one.worker ? handoff('fact.with', { name: one.worker }) : handoff(`status.${one.status}`)}
          </span>
        ))}
      />
    ),
    reach: lastContact
      ? t('contact', {
          outcome: contact(`outcome.${lastContact.outcome}`),
          channel: contact(`channel.${lastContact.channel}`),
          at: at(lastContact.at),
          name: lastContact.serviceName,
        })
      : undefined,
    'first-dose': doseDetail(),
    'first-night': of.firstNight
      ? t('night', {
          value: housing(`first-night.${of.firstNight.value ?? 'unknown'}`),
          name: of.firstNight.serviceName,
          at: at(of.firstNight.recordedAt),
        })
      : undefined,
    'next-appointment': next
      ? t('appointment', { area: areaName(next.area), at: at(next.at), place: next.place ?? next.serviceName })
      : undefined,
  }

  function doseDetail(): string | undefined {
    const { dose } = of
    if (!dose) return undefined
    const { first, coveredUntil } = dose
    if (first)
      return first.givenAt
        ? t('dose-given', { at: at(first.givenAt), name: first.serviceName })
        : t('dose-given-day', { day: format.day(first.forDay, 'brief'), name: first.serviceName })
    const lasts = coveredUntil ? t('covered-until', { day: format.day(coveredUntil, 'brief') }) : undefined
    return dose.state === 'covered' ? lasts : [t('no-dose'), lasts].filter(Boolean).join('. ')
  }
}
