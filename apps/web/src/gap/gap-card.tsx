import type { GapPerson } from '@throughcare/api/gap/gap-board'
import { CaseCard } from '@throughcare/ui/case-card'
import { LinkButton } from '@throughcare/ui/link-button'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { getGapWords } from './get-gap-words.ts'

/** One person with a gap: who, which days, why, what first, and since when that is known. */
export async function GapCard({ person }: { readonly person: GapPerson }) {
  const [t, words, format] = await Promise.all([getTranslations('gap'), getGapWords(), getFormat()])
  return (
    <CaseCard
      title={listedName(person) || t('persons.nameless')}
      href={paths.doses(person.episodeId)}
      tone={person.days === null ? 'attention' : undefined}
      facts={[
        person.dateOfBirth ? t('person.born', { day: format.day(person.dateOfBirth) }) : t('person.born-unknown'),
        releaseOf(person),
        words.step(person.step),
      ].filter((fact) => fact !== null)}
      states={
        <>
          <StatusTag tone={person.days === null ? 'unknown' : 'urgent'}>{gapOf(person)}</StatusTag>
          {!person.isFresh && person.workedOutAt && (
            <StatusTag tone="unknown">
              {t('person.as-of', { at: format.instant(person.workedOutAt, 'weekday') })}
            </StatusTag>
          )}
          {person.plan === 'stands' && <StatusTag tone="info">{t('person.plan')}</StatusTag>}
          {person.plan === 'stale' && <StatusTag tone="urgent">{t('person.plan-stale')}</StatusTag>}
        </>
      }
      actions={
        <LinkButton href={paths.doses(person.episodeId)} variant="secondary">
          {t('persons.doses')}
        </LinkButton>
      }
    >
      <p>
        {words.cause({
          cause: person.cause,
          place: person.place,
          day: person.causeDay,
          holiday: person.holiday,
          reason: person.reason,
        })}
      </p>
      {person.causes.length > 1 && (
        <>
          <p>{t('person.causes', { count: person.causes.length - 1 })}</p>
          <ul>
            {person.causes.slice(1).map((each) => (
              <li key={`${each.cause} ${each.day}`}>
                {words.cause({ ...each, place: person.dosingPlace === null ? null : { name: person.dosingPlace } })} (
                {words.causeDays(each)})
              </li>
            ))}
          </ul>
        </>
      )}
      {person.rests && <p>{words.rests(person.rests)}</p>}
    </CaseCard>
  )

  function gapOf({ days, from, to }: GapPerson): string {
    if (days === null || from === null || to === null) return t('person.not-known')
    if (days === 1) return t('person.gap-one', { from: format.day(from, 'brief') })
    return t('person.gap', { days, from: format.day(from, 'brief') })
  }

  function releaseOf({ releasedAt, releaseDate, certainty }: GapPerson): string {
    if (releasedAt !== null) return t('person.out', { day: format.instant(releasedAt, 'weekday') })
    if (releaseDate === null) return t(certainty === 'could-be-any-day' ? 'person.could-leave' : 'person.no-date')
    return t('person.release', { certainty, day: format.day(releaseDate, 'brief') })
  }
}
