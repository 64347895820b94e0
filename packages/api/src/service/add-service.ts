import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { addService as addServiceIn, recordDetails } from '@throughcare/db/service/service-keeping'
import type { AddServiceInput } from '@throughcare/domain/service/add-service-input'
import { decideServiceChange } from '@throughcare/domain/service/decide-service-change'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'

export type ServiceAdded = { serviceId: string }

/**
 * A service takes part from now on. What decides who may see what (kind, place, zone) is said here and never changed; nobody works
 * there yet, its hours are unknown, and nobody takes over for it, until somebody says so on its own pages.
 *
 * @throws AppError `not-allowed` · `invalid-input` when its kind gives no doses or never sees an area
 */
export function addService(actor: Actor, input: AddServiceInput): Promise<ServiceAdded> {
  return perform(actor, 'service.add', input, async (deed) => {
    const { requestId, kind, country, areaName, holidayRegion, timeZone, ...details } = input
    const decision = decideServiceChange(kind, details)
    if (!decision.ok) throw invalidField(decision.field, decision.fault)
    const place = { kind, country, areaName, holidayRegion, timeZone }
    const serviceId = await addServiceIn(deed, { ...place, name: details.name }, { ...place, ...details })
    if (!serviceId) throw new AppError('not-allowed')
    await recordDetails(deed, serviceId, details)
    await recordAudit(deed, { action: 'service.add', fields: Object.keys({ ...place, ...details }), requestId })
    return { serviceId }
  })
}
