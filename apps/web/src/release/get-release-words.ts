import type { BoardCover } from '@throughcare/api/release/board-cover'
import type { BoardPerson } from '@throughcare/api/release/board-person'
import { isHandedOver } from '@throughcare/domain/handoff/handoff-area-state'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** How a release stands on the board, in the reader's words. */
export async function getReleaseWords() {
  const [t, format] = await Promise.all([getTranslations('release'), getFormat()])
  return {
    /** The day or the hour, and what it means: the date comes first, how sure it is last. */
    when: (person: BoardPerson): { head: string; detail: string | null } => {
      const { clock, releasedAt, releaseDate, daysToRelease, certainty } = person
      if (clock.kind === 'out')
        return {
          head: t('when.hours-out', { hours: clock.hours }),
          detail: releasedAt && t('when.out-at', { at: format.instant(releasedAt) }),
        }
      if (clock.kind === 'out-no-later-than')
        return { head: t('when.hours-out-at-least', { hours: clock.atLeastHours }), detail: t('when.nobody-said') }
      if (releaseDate === null || daysToRelease === null)
        return { head: t('when.no-date'), detail: t(`certainty.${certainty}`) }
      const how =
        daysToRelease < 0
          ? t(certainty === 'confirmed' ? 'when.passed' : 'when.passed-expected', { days: -daysToRelease })
          : daysToRelease === 0
            ? t('when.today')
            : daysToRelease === 1
              ? t('when.tomorrow')
              : t('when.in-days', { days: daysToRelease })
      return { head: format.day(releaseDate, 'brief'), detail: `${how}, ${t(`certainty.${certainty}`)}` }
    },

    cover: (cover: BoardCover): string => {
      switch (cover.kind) {
        case 'covered': {
          if (cover.isDueToday) return t('cover.due-today')
          const covered =
            cover.to === null ? t('cover.covered-open') : t('cover.covered', { day: format.day(cover.to, 'brief') })
          return cover.agreed.kind === 'ready'
            ? covered
            : t('cover.with-plan', { gap: covered, agreed: t(`agreed.${cover.agreed.because}`) })
        }
        case 'gap': {
          const day = format.day(cover.from, 'brief')
          const gap =
            cover.why === 'unknown'
              ? t('cover.unknown', { day })
              : t(cover.why === 'closed' ? 'cover.closed' : 'cover.gap', { day, days: cover.days })
          return t('cover.with-plan', { gap, agreed: t(`agreed.${cover.agreed.because}`) })
        }
        default:
          return t(`cover.${cover.kind}`)
      }
    },

    handover: (person: BoardPerson): string =>
      t(`handover.${person.handover}`, {
        done: person.handoffStates.filter(isHandedOver).length,
        needed: person.handoffStates.length,
      }),
  }
}
