import type { DoseEntryView } from '@throughcare/api/medication/medication-view'
import type { CorrectDoseInput } from '@throughcare/domain/medication/correct-dose-input'
import type { DoseKind, DoseOutcome } from '@throughcare/domain/medication/medication-codes'
import type { RecordDoseInput } from '@throughcare/domain/medication/record-dose-input'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'

/** What stands in the fields of a dose. */
export type TypedDose = {
  kind: DoseKind
  outcome: DoseOutcome
  forDay: string
  toDay: string
  /** The day on which take-home doses were issued; other doses are given on their day. */
  issuedOn: string
  givenTime: string
  parts: string
  product: string
  reason: string
  /** Asked for when the day is covered already. */
  isSecondMeant: boolean
}

/** What a dose is recorded on, or which entry is corrected. */
export type DoseOf = {
  episodeId: string
  treatmentId: string
  seenVersion: number
  corrects: Pick<DoseEntryView, 'id' | 'kind' | 'forDay' | 'toDay'> | null
}

type Input = RecordDoseInput | CorrectDoseInput

/** Turns what was typed into what the API takes, and sends faults back to the fields in which they were typed. */
export function doseResolver(of: DoseOf, timeZone: string): Resolver<TypedDose, unknown, Input> {
  return typedResolver('outcome', loadSchemas, (typed, { correct, record, readMoment }, note) => {
    const isTakeHome = typed.kind === 'take-home'
    const isNotTaken = typed.outcome === 'not-taken'
    // What was entered in error is taken back as it was entered, whatever was typed over it meanwhile.
    const takenBack = typed.outcome === 'entered-in-error' ? of.corrects : null
    const given =
      isNotTaken || takenBack || typed.givenTime.trim() === ''
        ? null
        : readMoment({ day: isTakeHome ? typed.issuedOn : typed.forDay, time: typed.givenTime }, timeZone)
    if (given?.kind === 'fault')
      note(given.of === 'time' ? 'givenTime' : isTakeHome ? 'issuedOn' : 'forDay', given.fault)
    const said = {
      episodeId: of.episodeId,
      requestId: ANY_REQUEST,
      seenVersion: of.seenVersion,
      kind: typed.kind,
      outcome: typed.outcome,
      forDay: typed.forDay,
      toDay: isTakeHome ? typed.toDay : typed.forDay,
      givenAt: given?.kind === 'moment' ? given.at : null,
      parts: Number(typed.parts),
      product: typed.kind === 'depot' && !isNotTaken ? typed.product.trim() || null : null,
      reason: isNotTaken ? null : typed.reason.trim() || null,
      isSecondMeant: typed.isSecondMeant,
      ...(takenBack && { kind: takenBack.kind, forDay: takenBack.forDay, toDay: takenBack.toDay }),
    }
    const read = of.corrects
      ? correct.safeParse({ ...said, doseId: of.corrects.id })
      : record.safeParse({ ...said, treatmentId: of.treatmentId })
    if (!read.success)
      for (const { path, message } of read.error.issues)
        note(path[0] === 'givenAt' ? 'givenTime' : (path[0] as keyof TypedDose), message)
    return read.data ?? null
  })
}

async function loadSchemas() {
  const [{ CorrectDoseInput: correct }, { RecordDoseInput: record }, { readMoment }] = await Promise.all([
    import('@throughcare/domain/medication/correct-dose-input'),
    import('@throughcare/domain/medication/record-dose-input'),
    import('../words/local-moment.ts'),
  ])
  return { correct, record, readMoment }
}
