import type { GapGroup, GapPerson } from '@throughcare/api/gap/gap-board'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** Why days have no cover, and what comes first, in the reader's words. */
export async function getGapWords() {
  const [t, format] = await Promise.all([getTranslations('gap'), getFormat()])
  return {
    /** "Mill Lane is shut on Good Friday, Fri 3 Apr: its hours are not confirmed". */
    cause: ({ cause, place, day, holiday }: Pick<GapGroup, 'cause' | 'place' | 'day' | 'holiday'>): string =>
      t(`cause.${cause}`, {
        place: place?.name ?? 'none',
        day: day ? format.day(day, 'brief') : '',
        holiday: holiday ?? '',
      }),
    /** "Tue 7 Apr to Fri 10 Apr: nobody said whether the prescription is there". */
    rests: ({ from, to, unsaid }: NonNullable<GapPerson['rests']>): string =>
      t(`rests.${unsaid}`, {
        days:
          from === to
            ? format.day(from, 'brief')
            : t('rests.days', { from: format.day(from, 'brief'), to: format.day(to, 'brief') }),
      }),
    step: (step: GapGroup['step']): string | null => (step === null ? null : t(`step.${step}`)),
  }
}
