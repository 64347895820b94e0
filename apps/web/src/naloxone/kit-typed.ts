import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { KitState } from '@throughcare/domain/naloxone/kit-codes'
import type { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import type { TypedMoment } from '../words/typed-moment.ts'

/** What stands in the fields of a kit. */
export type TypedKit = {
  state: KitState
  handedOn: string
  handedTime: string
  product: string
  lot: string
  expiresOn: string
  trained: 'yes' | 'no' | 'not-asked'
}

/** What of a kit stands in the fields. */
export type KitFields = Pick<
  NonNullable<CaseView['kit']>,
  'state' | 'handedAt' | 'product' | 'lot' | 'expiresOn' | 'trained'
>

/** The fields of a kit as it stands, or of a new one. */
export function typedKit(kit: KitFields | null, handed: TypedMoment): TypedKit {
  return {
    state: kit?.state ?? 'in-property',
    handedOn: handed.day,
    handedTime: handed.time,
    product: kit?.product ?? '',
    lot: kit?.lot ?? '',
    expiresOn: kit?.expiresOn ?? '',
    trained: kit?.trained === true ? 'yes' : kit?.trained === false ? 'no' : 'not-asked',
  }
}

type Of = { episodeId: string; kitId: string | null; seenVersion: number }

/** Turns what was typed into what the API takes, and sends faults back to the fields in which they were typed. */
export function kitResolver(of: Of, zone: string): Resolver<TypedKit, unknown, RecordKitInput> {
  return typedResolver('state', loadSchemas, (typed, { PlainDate, RecordKitInput: Input, readMoment }, note) => {
    const handed =
      typed.state === 'handed-over' ? readMoment({ day: typed.handedOn, time: typed.handedTime }, zone) : null
    if (handed?.kind === 'no-time') note('handedTime', 'naloxone.handedAt.missing')
    if (handed?.kind === 'fault') note(handed.of === 'day' ? 'handedOn' : 'handedTime', handed.fault)
    const expiresOn = typed.expiresOn === '' ? null : PlainDate.safeParse(typed.expiresOn)
    if (expiresOn && !expiresOn.success) note('expiresOn', 'calendar.day.impossible')
    const read = Input.safeParse({
      ...of,
      requestId: ANY_REQUEST,
      product: typed.product.trim() || null,
      lot: typed.lot.trim() || null,
      expiresOn: expiresOn?.success ? expiresOn.data : null,
      state: typed.state,
      handedAt: handed?.kind === 'moment' ? handed.at : null,
      trained: typed.trained === 'not-asked' ? null : typed.trained === 'yes',
    })
    if (!read.success)
      for (const { path, message } of read.error.issues)
        note(path[0] === 'handedAt' ? 'handedTime' : (path[0] as keyof TypedKit), message)
    return read.data ?? null
  })
}

async function loadSchemas() {
  const [{ PlainDate }, { RecordKitInput: Input }, { readMoment }] = await Promise.all([
    import('@throughcare/domain/calendar/plain-date'),
    import('@throughcare/domain/naloxone/record-kit-input'),
    import('../words/local-moment.ts'),
  ])
  return { PlainDate, RecordKitInput: Input, readMoment }
}
