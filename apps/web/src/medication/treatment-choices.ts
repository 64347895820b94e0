import { MEDICINES } from '@throughcare/domain/medication/medication-codes'
import { MEDICINE_TABLE } from '@throughcare/domain/medication/medicine-table'
import { api } from '../trpc/server.ts'

/** What TreatmentForm offers: each medicine with its rhythms, and the places where doses are given. */
export async function treatmentChoices() {
  const caller = await api()
  const services = await caller.service.list()
  return {
    medicines: MEDICINES.map((code) => ({ code, rhythms: MEDICINE_TABLE[code].rhythms })),
    places: services.filter((service) => service.canDose).map(({ id, name }) => ({ id, name })),
  }
}
