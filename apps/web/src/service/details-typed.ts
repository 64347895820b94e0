import type { Area } from '@throughcare/domain/checklist/areas'
import type { ChangeServiceInput } from '@throughcare/domain/service/change-service-input'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'

/** What stands in the fields of a service. */
export type TypedDetails = {
  name: string
  address: string
  phone: string
  dutyContactName: string
  dutyContactPhone: string
  canDose: boolean
  receives: Area[]
}

/** Turns what was typed into what the API takes: an empty field is nothing, not an empty text. */
export function detailsResolver(of: {
  serviceId: string
  seenVersion: number
}): Resolver<TypedDetails, unknown, ChangeServiceInput> {
  return typedResolver(
    'name',
    () => import('@throughcare/domain/service/change-service-input'),
    (typed, { ChangeServiceInput: Input }, note) => {
      const read = Input.safeParse({ ...of, requestId: ANY_REQUEST, ...readDetails(typed) })
      for (const { path, message } of read.error?.issues ?? []) note((path[0] ?? 'name') as keyof TypedDetails, message)
      return read.data ?? null
    },
  )
}

/** The details as they were typed, an empty field as nothing. */
export function readDetails(typed: TypedDetails) {
  return {
    name: typed.name,
    address: typed.address.trim() || null,
    phone: typed.phone.trim() || null,
    dutyContactName: typed.dutyContactName.trim() || null,
    dutyContactPhone: typed.dutyContactPhone.trim() || null,
    canDose: typed.canDose,
    receives: typed.receives,
  }
}
