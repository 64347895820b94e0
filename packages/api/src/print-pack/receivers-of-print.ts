import type { StoredPrint } from '@throughcare/db/print-pack/print-repository'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { PrintAppointment, PrintReceiver, ReceivingState } from '@throughcare/domain/print-pack/print-pack'
import { CATEGORIES_OF_KIND } from '@throughcare/domain/service/service-kinds'
import type { Treated } from './treatment-of-print.ts'

const WITH_THEM = {
  sent: 'waiting',
  acknowledged: 'seen',
  accepted: 'taken',
  'in-progress': 'taken',
  done: 'taken',
} as const satisfies Partial<Record<HandoffStatus, ReceivingState>>

/**
 * A page for each service that was asked to take something over, with no more on it than its handoffs carry: the treatment
 * only where the treatment itself is handed over, to a service whose kind may see it. What concerns a partner never
 * stands on paper.
 */
export function receiversOf(
  found: StoredPrint,
  treated: Treated,
  appointments: readonly PrintAppointment[],
): PrintReceiver[] {
  const asked = Map.groupBy(
    found.handoffs.filter(({ area }) => area !== 'partner'),
    ({ service }) => service.id,
  )
  return [...asked.values()].flatMap((handoffs): PrintReceiver[] => {
    const service = handoffs[0]?.service
    const withThem = handoffs.filter(({ status }) => stateOf(status) !== 'not-with-you')
    // Whoever said no, or never answered, gets no page.
    if (!service || withThem.length === 0) return []
    const carriesTreatment =
      withThem.some(({ area, carries }) => area === 'omt' && carries.includes('omt')) &&
      CATEGORIES_OF_KIND[service.kind].some((category) => category === 'omt')
    const { treatment } = treated
    return [
      {
        serviceId: service.id,
        name: service.name,
        timeZone: service.timeZone,
        areas: handoffs.map(({ area, status, dueAt }) => ({ area, state: stateOf(status), dueAt })),
        appointment: appointments.find(({ serviceId }) => serviceId === service.id) ?? null,
        treatment:
          carriesTreatment && treatment
            ? {
                medicine: treatment.medicine,
                prescribedText: treatment.prescribedText,
                lastDoseDay: treated.lastDoseDay,
                lastDoseAt: treated.lastDoseAt,
              }
            : null,
      },
    ]
  })
}

function stateOf(status: HandoffStatus): ReceivingState {
  return status in WITH_THEM ? WITH_THEM[status as keyof typeof WITH_THEM] : 'not-with-you'
}
