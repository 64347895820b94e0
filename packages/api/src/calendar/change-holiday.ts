import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findHolidayChanges,
  findHolidayPlaces,
  findHolidays,
  recordHolidayChange,
} from '@throughcare/db/calendar/changed-holiday-repository'
import { askToFollowGaps } from '@throughcare/db/gap/gap-writing'
import { decideHoliday } from '@throughcare/domain/calendar/decide-holiday'
import type { ChangeHolidayInput } from '@throughcare/domain/calendar/holiday-inputs'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { isSame } from './get-holidays.ts'

export type HolidayChanged = { version: number }

/**
 * Adds a public holiday to a region, names it anew, or takes it away; over whatever was calculated, and over the next filling too
 * (rule CAL-6). Everything that reads holidays reads it at once: strips, deadlines, the gap board, the calls about hours.
 *
 * @throws AppError `not-found` for a region by which no service here goes · `changed-meanwhile` with the last word about the day ·
 *   `refused` with `calendar.day-is-over` or `calendar.is-so-already`
 */
export function changeHoliday(actor: Actor, input: ChangeHolidayInput): Promise<HolidayChanged> {
  return perform(actor, 'calendar.change-holiday', input, async (deed) => {
    const { seenVersion, day, name, reason, requestId, ...place } = input
    if (!(await findHolidayPlaces(deed)).some((each) => isSame(each, place))) throw new AppError('not-found')
    const year = Number(day.slice(0, 4))
    const last = async () => (await findHolidayChanges(deed, place, year)).find((each) => each.day === day) ?? null
    const standing = await last()
    if ((standing?.version ?? null) !== seenVersion) throw changedMeanwhile(standing)
    const named = (await findHolidays(deed, place, year)).find((each) => each.day === day)?.name ?? null
    const decision = decideHoliday(day, named, name, plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
    if (!decision.ok) throw refused(decision.refusal)

    if (!(await recordHolidayChange(deed, { ...place, day, version: seenVersion }, { name, reason })))
      throw changedMeanwhile(await last())
    await askToFollowGaps(deed)
    await recordAudit(deed, { action: 'calendar.change-holiday', fields: ['holiday'], requestId })
    return { version: (seenVersion ?? -1) + 1 }
  })

  function changedMeanwhile(standing: Awaited<ReturnType<typeof findHolidayChanges>>[number] | null): AppError {
    return new AppError('changed-meanwhile', {
      details: {
        seen: { version: input.seenVersion },
        current: standing && { name: standing.name, reason: standing.reason, version: standing.version },
        ...(standing && { changedBy: standing.by, changedAt: standing.at }),
      },
    })
  }
}
