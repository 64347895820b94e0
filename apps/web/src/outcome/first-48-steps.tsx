import type { FirstHours } from '@throughcare/api/outcome/get-first-hours'
import type { FirstStep } from '@throughcare/domain/outcome/first-steps'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FiveSteps } from '@throughcare/ui/five-steps'
import { LinkButton } from '@throughcare/ui/link-button'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AppointmentForm } from '../appointment/appointment-form.tsx'
import { ContactForm } from '../contact/contact-form.tsx'
import { FirstNightForm } from '../housing/first-night-form.tsx'
import { paths } from '../paths.ts'
import { getStepDetails } from './get-step-details.tsx'
import { STEP_LOOK } from './step-looks.ts'

type Service = { readonly id: string; readonly name: string; readonly timeZone: string }
type Props = {
  readonly of: FirstHours
  readonly services: readonly Service[]
  readonly ownServiceId: string
  readonly maySend: boolean
}

/** The five steps with the press that moves each; the next one stands open, the others unfold. */
export async function First48Steps({ of, services, ownServiceId, maySend }: Props) {
  const [t, contact, housing, appointment, details] = await Promise.all([
    getTranslations('outcome'),
    getTranslations('contact'),
    getTranslations('housing'),
    getTranslations('appointment'),
    getStepDetails(of),
  ])
  const { may, episodeId, now } = of
  const toMe = of.handoffs.find(({ isToMe, status }) => isToMe && status === 'sent')
  const unfolds = (isNext: boolean, summary: string, form: ReactNode) =>
    isNext ? form : <Disclosure summary={summary}>{form}</Disclosure>
  const actionsOf = (step: FirstStep, isNext: boolean): ReactNode => {
    switch (step) {
      case 'acknowledge':
        if (toMe) return <LinkButton href={paths.handoff(toMe.id)}>{t('press.open-handoff')}</LinkButton>
        return maySend ? (
          <LinkButton
            href={paths.handOver(episodeId)}
            variant={isNext ? 'primary' : 'secondary'}
            size={isNext ? 'medium' : 'small'}
          >
            {t('press.hand-over')}
          </LinkButton>
        ) : undefined
      case 'reach':
        return (
          may.recordContact &&
          unfolds(isNext, contact('form.heading'), <ContactForm episodeId={episodeId} madeAt={now} />)
        )
      case 'first-dose':
        return (
          <LinkButton
            href={paths.doses(episodeId)}
            variant={isNext && may.recordDose ? 'primary' : 'secondary'}
            size={isNext ? 'medium' : 'small'}
          >
            {t(may.recordDose ? 'press.record-dose' : 'press.doses')}
          </LinkButton>
        )
      case 'first-night':
        return may.recordFirstNight && unfolds(isNext, housing('form.press'), <FirstNightForm episodeId={episodeId} />)
      case 'next-appointment':
        return (
          may.bookFor.length > 0 &&
          unfolds(
            isNext,
            appointment('form.heading'),
            <AppointmentForm
              episodeId={episodeId}
              areas={may.bookFor}
              services={services}
              ownServiceId={ownServiceId}
            />,
          )
        )
    }
  }
  return (
    <FiveSteps
      label={t('first-48.steps')}
      steps={of.steps.map(({ step, state, isNext }) => ({
        key: step,
        title: t(`step.${step}`),
        description: details[step] || undefined,
        status: { ...STEP_LOOK[state], text: t(`step-state.${state}`) },
        isNext,
        actions: actionsOf(step, isNext) || undefined,
      }))}
    />
  )
}
