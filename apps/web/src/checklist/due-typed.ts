import type { SetItemDueInput } from '@throughcare/domain/checklist/work-on-items-input'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'

/** What stands in the fields of a due time set by hand, and the version that they were filled from. */
export type TypedDue = { day: string; time: string; reason: string; seenVersion: number }

/** The reason alone is asked for where the rule's time is to hold again. */
export function dueResolver(
  itemId: string,
  zone: string,
  isRule: () => boolean,
): Resolver<TypedDue, unknown, SetItemDueInput> {
  return typedResolver('day', loadSchemas, (typed, { SetItemDueInput: Input, readMoment }, note) => {
    const moment = isRule() ? null : readMoment({ day: typed.day, time: typed.time }, zone)
    if (moment?.kind === 'no-time') note('time', 'item-work.due.missing')
    if (moment?.kind === 'fault') note(moment.of, moment.fault)
    const read = Input.safeParse({
      itemId,
      seenVersion: typed.seenVersion,
      requestId: ANY_REQUEST,
      dueAt: moment?.kind === 'moment' ? moment.at : null,
      reason: typed.reason,
    })
    for (const { path, message } of read.error?.issues ?? []) note(path[0] === 'reason' ? 'reason' : 'time', message)
    return read.data ?? null
  })
}

async function loadSchemas() {
  const [{ SetItemDueInput: Input }, { readMoment }] = await Promise.all([
    import('@throughcare/domain/checklist/work-on-items-input'),
    import('../words/local-moment.ts'),
  ])
  return { SetItemDueInput: Input, readMoment }
}
