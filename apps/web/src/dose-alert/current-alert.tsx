import type { PersonRouting } from '@throughcare/domain/medication/route-person'
import { Notice } from '@throughcare/ui/notice'
import { getAlertWords, type ShownAlert, TONE_OF_STATE } from './get-alert-words.ts'
import { WhatToDo } from './what-to-do.tsx'

type Props = { readonly routing: PersonRouting; readonly alerts: readonly ShownAlert[] }

/** Who has to be rung about the doses now, for a page that tells nothing else of the doses. */
export async function CurrentAlert({ routing, alerts }: Props) {
  if (routing.kind !== 'routed' || routing.state === 'no-gap') return null
  const words = await getAlertWords()
  const alert = alerts.find(({ endedAt }) => endedAt === null)
  return (
    <Notice tone={TONE_OF_STATE[routing.state]} heading={alert ? words.heading(alert) : words.headingOf(routing)}>
      <WhatToDo routing={routing} alerts={alerts} />
    </Notice>
  )
}
