import type { Area } from '@throughcare/domain/checklist/areas'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** A time at which a service expects the person. */
export type AppointmentToBook = {
  episodeId: string
  area: Area
  serviceId: string
  at: Date
  place: string | null
}

/** Adds the appointment. Whether the area is open to the actor's service is the policy's question as well. */
export async function recordAppointment({ tx, actor, now }: Deed, appointment: AppointmentToBook): Promise<string> {
  const id = newId()
  await tx.appointment.createMany({
    data: [{ ...appointment, id, status: 'booked', recordedAt: now, recordedBy: actor.accountId }],
  })
  return id
}

/** Whether the same appointment stands already: same area, service and time. */
export async function hasAppointment({ tx }: Deed, appointment: Omit<AppointmentToBook, 'place'>): Promise<boolean> {
  const { episodeId, area, serviceId, at } = appointment
  return (await tx.appointment.count({ where: { episodeId, area, serviceId, at, status: 'booked' } })) > 0
}
