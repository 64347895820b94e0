import type { WhatIfInput } from '@throughcare/domain/cover-plan/what-if-input'
import type { Resolver } from 'react-hook-form'
import { typedResolver } from '../form/typed-resolver.ts'

/** What stands in the fields: empty where nothing else is supposed. */
export type TypedWhatIf = {
  releaseOn: string
  dosingServiceId: string
  firstAppointment: string
  supplyFrom: string
  supplyTo: string
  medicine: string
  depotOn: string
}

export const AS_RECORDED: TypedWhatIf = {
  releaseOn: '',
  dosingServiceId: '',
  firstAppointment: '',
  supplyFrom: '',
  supplyTo: '',
  medicine: '',
  depotOn: '',
}

/** Turns what was typed into what the API takes: an empty field is as recorded. */
export function whatIfResolver(episodeId: string): Resolver<TypedWhatIf, unknown, WhatIfInput> {
  return typedResolver(
    'releaseOn',
    async () => (await import('@throughcare/domain/cover-plan/what-if-input')).WhatIfInput,
    ({ supplyFrom, supplyTo, ...typed }, schema, note) => {
      const hasSupply = supplyFrom !== '' || supplyTo !== ''
      if (hasSupply && (supplyFrom === '' || supplyTo === '')) {
        note(supplyFrom === '' ? 'supplyFrom' : 'supplyTo', 'cover-plan.field.incomplete-days')
        return null
      }
      const said = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value || null]))
      const supply = hasSupply ? { from: supplyFrom, to: supplyTo } : null
      const read = schema.safeParse({ ...said, episodeId, supply })
      if (!read.success)
        for (const { path, message } of read.error.issues)
          note(path[0] === 'supply' ? (path[1] === 'to' ? 'supplyTo' : 'supplyFrom') : fieldOf(path[0]), message)
      return read.data ?? null
    },
  )
}

function fieldOf(name: PropertyKey | undefined): keyof TypedWhatIf {
  return name !== undefined && name in AS_RECORDED ? (name as keyof TypedWhatIf) : 'releaseOn'
}
