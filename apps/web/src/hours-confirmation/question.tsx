import type { HoursToConfirm } from '@throughcare/api/hours-confirmation/list-hours-to-confirm'
import { getPlainDate, weekday } from '@throughcare/domain/calendar/plain-date'
import { hoursLine } from '@throughcare/domain/service/day-hours'
import { CaseCard } from '@throughcare/ui/case-card'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { ServicePhones } from '../handoff/service-phones.tsx'
import { paths } from '../paths.ts'
import { getServiceWords } from '../service/get-service-words.ts'
import { getFormat } from '../words/get-format.ts'
import { AnswerForm } from './answer-form.tsx'
import { questionKey } from './question-address.ts'

type Props = {
  readonly question: HoursToConfirm
  readonly isOwnPlace: boolean
  /** Its form stands open. */
  readonly isOpen: boolean
}

/** One place and one holiday: who hangs on it, whom to ring, and the answer. Needs the words of `hours-confirmation` and `handoff`. */
export async function Question({ question, isOwnPlace, isOpen }: Props) {
  const [t, format, words] = await Promise.all([getTranslations('hours-confirmation'), getFormat(), getServiceWords()])
  const { place, day, holiday, people, ordinary, version } = question
  const key = questionKey({ serviceId: place.id, day })
  return (
    <CaseCard
      title={`${place.name}: ${holiday}`}
      tone="attention"
      facts={[
        format.day(day, 'weekday'),
        ...(people === null ? [] : [people === 0 ? t('nobody') : t('people', { people })]),
        ...(ordinary.length > 0
          ? [t('ordinary', { weekday: words.weekday(weekday(getPlainDate(day))), hours: hoursLine(ordinary) })]
          : []),
      ]}
      states={<StatusTag tone="unknown">{t(`because.${question.because}`)}</StatusTag>}
      actions={
        isOpen ? undefined : (
          <LinkButton href={paths.hoursToConfirm({ answer: key })} variant="secondary" size="small">
            {t('answer')}
          </LinkButton>
        )
      }
    >
      <Stack gap="medium">
        {!isOwnPlace && <ServicePhones service={place} />}
        {isOpen && (
          <AnswerForm
            key={key}
            question={{ serviceId: place.id, day, purpose: 'dosing', seenVersion: version }}
            isOwnPlace={isOwnPlace}
            then={paths.hoursToConfirm({ answered: key })}
          />
        )}
      </Stack>
    </CaseCard>
  )
}
