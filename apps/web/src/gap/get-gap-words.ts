import type { GapGroup, GapPerson } from '@throughcare/api/gap/gap-board'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

type ToldCause = Pick<GapGroup, 'cause' | 'day' | 'holiday' | 'reason'> & { place: { name: string } | null }

/** Why days have no cover, and what comes first, in the reader's words. */
export async function getGapWords() {
  const [t, format] = await Promise.all([getTranslations('gap'), getFormat()])
  return {
    /** "Mill Lane is closed on Fri 3 Apr: staff training". */
    cause: ({ cause, place, day, holiday, reason }: ToldCause): string => {
      const said = t(`cause.${cause}`, {
        place: place?.name ?? 'none',
        day: day ? format.day(day, 'brief') : '',
        holiday: holiday ?? '',
      })
      const why = cause === 'holiday-not-confirmed' ? null : (reason ?? holiday)
      return why ? t('cause-why', { said, why }) : said
    },
    /** "2 days from Sat 4 Apr". */
    causeDays: ({ day, days }: GapPerson['causes'][number]): string =>
      t('person.cause-days', { days, from: format.day(day, 'brief') }),
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
