import type { PersonRouting } from '@throughcare/domain/medication/route-person'
import { getTranslations } from 'next-intl/server'
import { getAlertWords, type ShownAlert } from './get-alert-words.ts'

type Props = {
  /** How the person stands now, by the rules that hold where they are dosed. */
  readonly routing: PersonRouting
  readonly alerts: readonly ShownAlert[]
}

/**
 * What is to be done now, whom to ring and what else to check, how the rules stand that say so, and which alert goes on. Nothing
 * where nobody has to be rung.
 */
export async function WhatToDo({ routing, alerts }: Props) {
  const [t, rules, words] = await Promise.all([
    getTranslations('dose-alert'),
    getTranslations('rule-set'),
    getAlertWords(),
  ])
  if (routing.kind !== 'routed' || routing.state === 'no-gap') return null
  const alert = alerts.find(({ endedAt }) => endedAt === null)
  const { ring, check } = words.toDo(routing)
  return (
    <>
      <p>
        <strong>{t(`state.${routing.state}`)}</strong> {rules(`standing.${routing.rules.standing}`)}
      </p>
      {ring.length > 0 && (
        <p>
          {t('ring.label')}: {ring.join(' · ')}
        </p>
      )}
      {check.length > 0 && (
        <p>
          {t('check.label')}: {check.join(' · ')}
        </p>
      )}
      <p>{words.by(routing)}</p>
      {alert && <p>{words.raised(alert)}</p>}
    </>
  )
}
