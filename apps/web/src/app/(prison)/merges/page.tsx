import type { RecordsCompared } from '@throughcare/api/merge/compare-records'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { listedName } from '../../../handoff/person-name.ts'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('merge', 'title')

type ComparedRecord = RecordsCompared['face']
type Line = { face: ComparedRecord; other: ComparedRecord; key: string; why: ReactNode }

/** Who may be in the records twice, what waits for a second person, and what is joined. */
export default async function MergesPage() {
  const caller = await api()
  const [{ waiting, merged, likely, more }, t, likeness, format] = await Promise.all([
    caller.merge.list({}),
    getTranslations('merge'),
    getTranslations('person.likeness'),
    getFormat(),
  ])
  const born = ({ dateOfBirth }: ComparedRecord) => (dateOfBirth ? format.day(dateOfBirth) : t('compare.born-unknown'))
  const facts = (one: ComparedRecord) => [
    <bdi key="name">{listedName(one)}</bdi>,
    born(one),
    ...one.numbers.map(({ value }) => value),
  ]
  const table = (caption: string, lines: Line[]) => (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { key: 'face', header: t('compare.face'), isRowHeader: true },
        { key: 'other', header: t('compare.other') },
        { key: 'why', header: t('why') },
        { key: 'look', header: t('look'), hideHeader: true },
      ]}
      rows={lines.map(({ face, other, key, why }) => ({
        key,
        cells: {
          face: <FactList facts={facts(face)} />,
          other: <FactList facts={facts(other)} />,
          why,
          look: <Link href={paths.compareRecords(face.personId, other.personId)}>{t('look')}</Link>,
        },
      }))}
    />
  )
  return (
    <Stack gap="large">
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Section heading={t('waiting')}>
        {waiting.length === 0 ? (
          <p>{t('nothing-waits')}</p>
        ) : (
          table(
            t('waiting'),
            waiting.map(({ merge, face, other }) => ({
              key: merge.mergeId,
              face,
              other,
              why: `${t(`state.${merge.state}`)}: ${merge.reason} (${merge.askedByName})`,
            })),
          )
        )}
      </Section>
      <Section heading={t('likely')}>
        <Stack gap="small">
          <p>{likely.length === 0 ? t('nobody-likely') : t('likely-lead')}</p>
          {likely.length > 0 &&
            table(
              t('likely'),
              likely.map(({ one, other, likeness: why }) => ({
                key: `${one.personId} ${other.personId}`,
                face: one,
                other,
                why: likeness(why),
              })),
            )}
          {more && <p>{t('more')}</p>}
        </Stack>
      </Section>
      <Section heading={t('merged')}>
        {merged.length === 0 ? (
          <p>{t('nothing-merged')}</p>
        ) : (
          table(
            t('merged'),
            merged.map(({ merge, face, other }) => ({ key: merge.mergeId, face, other, why: merge.reason })),
          )
        )}
      </Section>
    </Stack>
  )
}
