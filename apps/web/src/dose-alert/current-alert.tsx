import type { PersonRouting } from '@throughcare/domain/medication/route-person'
import { Notice } from '@throughcare/ui/notice'
import { getAlertWords, type ShownAlert, TONE_OF_STATE } from './get-alert-words.ts'
import { WhatToDo } from './what-to-do.tsx'

type Props = { readonly routing: PersonRouting; readonly alerts: readonly ShownAlert[] }

/** The alert that goes on, for a page that tells nothing else of the doses. */
export async function CurrentAlert({ routing, alerts }: Props) {
  const alert = alerts.find(({ endedAt }) => endedAt === null)
  if (!alert) return null
  const words = await getAlertWords()
  return (
    <Notice tone={TONE_OF_STATE[alert.state]} heading={words.heading(alert)}>
      <WhatToDo routing={routing} alerts={alerts} />
    </Notice>
  )
}
