import type { ServiceView } from '@throughcare/api/service/get-service'
import { type PlainDate, weekday } from '@throughcare/domain/calendar/plain-date'
import { hoursLine } from '@throughcare/domain/service/day-hours'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Prose, Stack } from '@throughcare/ui/layout'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { AnswerForm } from '../hours-confirmation/answer-form.tsx'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

type Props = {
  readonly service: ServiceView
  readonly mayAnswer: boolean
  readonly isOwnPlace: boolean
}

/** The public holidays ahead and whatever the place said about single days; needs the words of `hours-confirmation`. */
export async function SingleDays({ service, mayAnswer, isOwnPlace }: Props) {
  const [t, told, format] = await Promise.all([
    getTranslations('service'),
    getTranslations('hours-confirmation'),
    getFormat(),
  ])
  const answers = service.days.filter(({ purpose }) => purpose === 'dosing')
  const standing = answers.filter(({ said }) => said !== 'withdrawn')
  const silent = service.holidays.filter(({ on }) => !standing.some(({ day }) => day === on))
  const rows = [
    ...standing.map((answer) => ({
      day: answer.day,
      facts: [
        service.holidays.find(({ on }) => on === answer.day)?.name ?? t('days.ordinary'),
        answer.said === 'open' ? t('days.doses', { hours: hoursLine(answer.intervals) }) : t('days.no-doses'),
        told('told', {
          who: answer.toldBy,
          how: told(`told-how.${answer.toldHow}`),
          when: format.instant(answer.recordedAt, 'short'),
          by: answer.recordedBy ?? told('unknown-account'),
        }),
      ],
    })),
    ...silent.map(({ on, name }) => ({ day: on, facts: [name, silentWords(on)] })),
  ].toSorted((left, right) => (left.day < right.day ? -1 : 1))
  return (
    <Stack gap="medium">
      {rows.length === 0 ? (
        <Prose>
          <p>{t('days.none')}</p>
        </Prose>
      ) : (
        <SummaryList
          rows={rows.map(({ day, facts }) => ({
            key: day,
            label: format.day(day, 'weekday'),
            value: <FactList facts={facts} />,
          }))}
        />
      )}
      <Prose>
        <p>{t('days.source')}</p>
      </Prose>
      {mayAnswer && service.canDose && (
        <Disclosure summary={t('days.enter')}>
          <AnswerForm
            question={{ serviceId: service.id, day: null, purpose: 'dosing', seenVersion: null }}
            versions={Object.fromEntries(answers.map(({ day, version }) => [day, version]))}
            isOwnPlace={isOwnPlace}
            canTakeBack
            then={paths.service(service.id)}
          />
        </Disclosure>
      )}
    </Stack>
  )

  /** A holiday on which the place is shut by its ordinary week has nothing to confirm. */
  function silentWords(on: PlainDate): string {
    const week = service.hours.filter(({ purpose }) => purpose === 'dosing')
    if (week.length === 0) return told('because.hours-unknown')
    const isShutAnyway = !week.some((each) => each.weekday === weekday(on))
    return isShutAnyway ? t('days.shut-anyway') : told('because.holiday-not-confirmed')
  }
}
