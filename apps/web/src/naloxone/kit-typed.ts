import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { KitHolder, KitState, KitUseOutcome } from '@throughcare/domain/naloxone/kit-codes'
import type { RecordKitInput } from '@throughcare/domain/naloxone/record-kit-input'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, type NoteFault, typedResolver } from '../form/typed-resolver.ts'
import type { readMoment as readMomentOf } from '../words/local-moment.ts'
import type { TypedMoment } from '../words/typed-moment.ts'

/** What stands in the fields of a kit. */
export type TypedKit = {
  holder: KitHolder
  state: KitState
  handedOn: string
  handedTime: string
  goneOn: string
  goneTime: string
  dosesUsed: string
  usedOutcome: KitUseOutcome | ''
  /** The kit in whose place it comes, or nothing. */
  replacesId: string
  product: string
  lot: string
  expiresOn: string
  trained: 'yes' | 'no' | 'not-asked'
  trainedOn: string
}

/** What of a kit stands in the fields. */
export type KitFields = Pick<
  CaseView['kits'][number],
  | 'holder'
  | 'state'
  | 'handedAt'
  | 'goneAt'
  | 'dosesUsed'
  | 'usedOutcome'
  | 'replacesId'
  | 'product'
  | 'lot'
  | 'expiresOn'
  | 'trained'
  | 'trainedOn'
>

/** When something happened as far as it is known, and the present for what is about to be said. */
export type KitMoments = { handed: TypedMoment; gone: TypedMoment }

/** A kit in prison was in nobody's hand, and neither was one that was declined. */
export const WAS_HANDED: readonly KitState[] = ['handed-over', 'at-home', 'used', 'lost']
export const IS_GONE: readonly KitState[] = ['used', 'lost']

/** The fields of a kit as it stands, or of a new one. */
export function typedKit(kit: KitFields | null, { handed, gone }: KitMoments): TypedKit {
  return {
    holder: kit?.holder ?? 'person',
    state: kit?.state ?? 'in-property',
    handedOn: handed.day,
    handedTime: handed.time,
    goneOn: gone.day,
    goneTime: gone.time,
    dosesUsed: kit?.dosesUsed?.toString() ?? '',
    usedOutcome: kit?.usedOutcome ?? '',
    replacesId: kit?.replacesId ?? '',
    product: kit?.product ?? '',
    lot: kit?.lot ?? '',
    expiresOn: kit?.expiresOn ?? '',
    trained: kit?.trained === true ? 'yes' : kit?.trained === false ? 'no' : 'not-asked',
    trainedOn: kit?.trainedOn ?? '',
  }
}

type Of = { episodeId: string; kitId: string | null; seenVersion: number }

/** Turns what was typed into what the API takes, and sends faults back to the fields in which they were typed. */
export function kitResolver(of: Of, zone: string): Resolver<TypedKit, unknown, RecordKitInput> {
  return typedResolver('state', loadSchemas, (typed, { PlainDate, RecordKitInput: Input, readMoment }, note) => {
    const read = Input.safeParse({
      ...of,
      requestId: ANY_REQUEST,
      holder: typed.holder,
      product: typed.product.trim() || null,
      lot: typed.lot.trim() || null,
      expiresOn: dayOf('expiresOn'),
      state: typed.state,
      handedAt: WAS_HANDED.includes(typed.state)
        ? momentOf('handed', typed.state === 'handed-over', readMoment, typed, zone, note)
        : null,
      goneAt: IS_GONE.includes(typed.state) ? momentOf('gone', true, readMoment, typed, zone, note) : null,
      dosesUsed: typed.state === 'used' && typed.dosesUsed.trim() !== '' ? Number(typed.dosesUsed) : null,
      usedOutcome: typed.state === 'used' ? typed.usedOutcome || null : null,
      replacesId: typed.replacesId || null,
      trained: typed.trained === 'not-asked' ? null : typed.trained === 'yes',
      trainedOn: typed.trained === 'yes' ? dayOf('trainedOn') : null,
    })
    for (const { path, message } of read.error?.issues ?? []) note(fieldOf(String(path[0] ?? 'state')), message)
    return read.data ?? null

    function dayOf(field: 'expiresOn' | 'trainedOn') {
      if (typed[field] === '') return null
      const day = PlainDate.safeParse(typed[field])
      if (!day.success) note(field, 'calendar.day.impossible')
      return day.success ? day.data : null
    }
  })
}

/** Reads a day and a time; where nothing has to be said, nothing typed is nothing known. */
function momentOf(
  what: 'handed' | 'gone',
  isNeeded: boolean,
  readMoment: typeof readMomentOf,
  typed: TypedKit,
  zone: string,
  note: NoteFault<TypedKit>,
): Date | null {
  const [day, time] = [typed[`${what}On`], typed[`${what}Time`]]
  if (!isNeeded && day === '' && time === '') return null
  const read = readMoment({ day, time }, zone)
  if (read.kind === 'no-time') note(`${what}Time`, `naloxone.${what}At.missing`)
  if (read.kind === 'fault') note(read.of === 'day' ? `${what}On` : `${what}Time`, read.fault)
  return read.kind === 'moment' ? read.at : null
}

function fieldOf(path: string): keyof TypedKit {
  return path === 'handedAt' ? 'handedTime' : path === 'goneAt' ? 'goneTime' : (path as keyof TypedKit)
}

async function loadSchemas() {
  const [{ PlainDate }, { RecordKitInput: Input }, { readMoment }] = await Promise.all([
    import('@throughcare/domain/calendar/plain-date'),
    import('@throughcare/domain/naloxone/record-kit-input'),
    import('../words/local-moment.ts'),
  ])
  return { PlainDate, RecordKitInput: Input, readMoment }
}
