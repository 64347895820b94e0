'use client'

import type { FoundPerson } from '@throughcare/api/person/found-person'
import { FactList } from '@throughcare/ui/fact-list'
import { Row, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Table } from '@throughcare/ui/table'
import { Tag } from '@throughcare/ui/tag'
import { useTranslations } from 'next-intl'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { useFormat } from '../words/use-format.ts'

/** Who was found, best match first; each opens the last case. */
export function FoundPersons({ persons }: { readonly persons: readonly FoundPerson[] }) {
  const t = useTranslations('person')
  const release = useTranslations('release')
  const merge = useTranslations('merge')
  const format = useFormat()
  return (
    <Table
      caption={t('result.caption')}
      hideCaption
      columns={[
        { key: 'name', header: t('result.name'), isRowHeader: true },
        { key: 'born', header: t('result.born') },
        { key: 'number', header: t('result.number') },
        { key: 'case', header: t('result.case') },
      ]}
      rows={persons.map((person) => ({
        key: person.personId,
        cells: {
          name: (
            <Stack gap="small">
              <Link href={paths.case(person.episodeId)}>
                <bdi>{listedName(person)}</bdi>
              </Link>
              {person.otherNames.length > 0 && (
                <span>
                  <bdi>{t('result.also', { names: person.otherNames.join(', ') })}</bdi>
                </span>
              )}
              {person.sameAs.map((other) => (
                <Link key={other.personId} href={paths.case(other.episodeId)}>
                  {merge('same-as', { name: listedName(other), numbers: other.numbers.join(', ') })}
                </Link>
              ))}
              {person.matchedBy === 'spelling' && (
                <Row>
                  <Tag>{t('matched-by.spelling')}</Tag>
                </Row>
              )}
            </Stack>
          ),
          born: person.dateOfBirth ? format.day(person.dateOfBirth) : t('result.born-unknown'),
          number: <FactList facts={person.numbers} />,
          case: <FactList facts={caseOf(person)} />,
        },
      }))}
    />
  )

  function caseOf({ prisonName, legalStatus, releasedAt, releaseDate, certainty }: FoundPerson): string[] {
    const sure = release(`certainty.${certainty}`)
    return [
      t('result.inside', { prison: prisonName, status: release(`legal-status.${legalStatus}`) }),
      releasedAt
        ? t('result.out', { at: format.instant(releasedAt) })
        : releaseDate
          ? t('result.release', { day: format.day(releaseDate), certainty: sure })
          : t('result.release-no-date', { certainty: sure }),
    ]
  }
}
