import type { AnswerHoursInput } from '@throughcare/domain/hours-confirmation/answer-hours-input'
import type { DayAnswer, ToldHow } from '@throughcare/domain/hours-confirmation/told-how'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'

/** What stands in the fields of an answer. */
export type TypedAnswer = { said: DayAnswer | ''; intervals: string; toldHow: ToldHow | ''; toldBy: string }

type Of = { serviceId: string; day: string; purpose: 'open' | 'dosing'; seenVersion: number | null }

/** Turns what was typed into what the API takes, and sends faults back to the fields in which they were typed. */
export function answerResolver(of: Of): Resolver<TypedAnswer, unknown, AnswerHoursInput> {
  return typedResolver('said', loadSchemas, (typed, { AnswerHoursInput: Input, readHours }, note) => {
    const hours = typed.said === 'open' ? readHours(typed.intervals) : null
    if (hours?.kind === 'fault') note('intervals', `hours-confirmation.intervals.${hours.fault}`)
    const read = Input.safeParse({
      ...of,
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
