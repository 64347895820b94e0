import type { AnswerHoursInput } from '@throughcare/domain/hours-confirmation/answer-hours-input'
import type { DayAnswer, ToldHow } from '@throughcare/domain/hours-confirmation/told-how'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'

/** What stands in the fields of an answer. */
export type TypedAnswer = {
  day: string
  said: DayAnswer | ''
  intervals: string
  toldHow: ToldHow | ''
  toldBy: string
}

/** What is asked. Null: which day is typed as well. */
export type AskedOf = { serviceId: string; day: string | null; purpose: 'open' | 'dosing'; seenVersion: number | null }

/** Of days that were spoken of already, the version that stands. */
export type DayVersions = Readonly<Record<string, number>>

/** Turns what was typed into what the API takes, and sends faults back to the fields in which they were typed. */
export function answerResolver(of: AskedOf, versions: DayVersions): Resolver<TypedAnswer, unknown, AnswerHoursInput> {
  return typedResolver('said', loadSchemas, (typed, { AnswerHoursInput: Input, readHours }, note) => {
    const hours = typed.said === 'open' ? readHours(typed.intervals) : null
    if (hours?.kind === 'fault') note('intervals', `hours-confirmation.intervals.${hours.fault}`)
    const day = of.day ?? typed.day
    const read = Input.safeParse({
      ...of,
      day,
      seenVersion: versions[day] ?? of.seenVersion,
      requestId: ANY_REQUEST,
      said: typed.said,
      intervals: hours?.kind === 'hours' ? hours.spans : [],
      toldHow: typed.toldHow,
      toldBy: typed.toldHow === 'themselves' ? null : typed.toldBy.trim() || null,
    })
    for (const { path, message } of read.error?.issues ?? []) note((path[0] ?? 'said') as keyof TypedAnswer, message)
    return read.data ?? null
  })
}

async function loadSchemas() {
  const [{ AnswerHoursInput: Input }, { readHours }] = await Promise.all([
    import('@throughcare/domain/hours-confirmation/answer-hours-input'),
    import('@throughcare/domain/service/day-hours'),
  ])
  return { AnswerHoursInput: Input, readHours }
}
