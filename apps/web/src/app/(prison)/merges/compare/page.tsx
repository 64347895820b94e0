import type { RecordsCompared } from '@throughcare/api/merge/compare-records'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { idOrNotFound } from '../../../../handoff/id-or-not-found.ts'
import { AnswerMerge } from '../../../../merge/answer-merge.tsx'
import { ReasonForm } from '../../../../merge/reason-form.tsx'
import { paths } from '../../../../paths.ts'
import { languageNames } from '../../../../person/language-names.ts'
import { api, orNotFound } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('merge', 'compare.title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Two records side by side; what differs says so in words. Asking, and the second person's answer. */
export default async function ComparePage({ searchParams }: Props) {
  const { face: faceId, other: otherId } = await searchParams
  const pair = { facePersonId: idOrNotFound(String(faceId)), otherPersonId: idOrNotFound(String(otherId)) }
  const caller = await api()
  const [compared, t, words, likeness, sex, format, locale] = await Promise.all([
    orNotFound(caller.merge.compare(pair)),
    getTranslations('merge.compare'),
    getTranslations('merge'),
    getTranslations('person.likeness'),
    getTranslations('person.sex'),
    getFormat(),
    getLocale(),
  ])
  const { face, other, history, overlap } = compared
  const joined = history.find(({ state }) => state === 'merged')
  const waiting = history.find(({ state }) => state === 'proposed' || state === 'parting')
  const rows: [string, (of: RecordsCompared['face']) => ReactNode, boolean][] = [
    ['family-name', (of) => <bdi>{of.familyName}</bdi>, face.familyName !== other.familyName],
    ['given-names', (of) => <bdi>{of.givenNames || t('none')}</bdi>, face.givenNames !== other.givenNames],
    ['other-names', (of) => <bdi>{of.otherNames.join(', ') || t('none')}</bdi>, false],
    [
      'born',
      (of) => (of.dateOfBirth ? format.day(of.dateOfBirth) : t('born-unknown')),
      face.dateOfBirth !== other.dateOfBirth,
    ],
    ['sex', (of) => sex(of.sex as 'female'), face.sex !== other.sex],
    ['languages', (of) => languageNames(of.languages, locale) || t('none'), false],
    ['numbers', (of) => <FactList facts={of.numbers.map((number) => t('number', number))} />, false],
    ['cases', casesOf, false],
  ]
  return (
    <Words nouns={['merge']}>
      <Stack gap="large">
        <PageHeading
          lead={t('lead')}
          actions={
            <LinkButton href={paths.merges()} variant="secondary" icon="back">
              {t('back')}
            </LinkButton>
          }
        >
          {t('heading')}
        </PageHeading>
        <p>{compared.likeness ? t('alike', { likeness: likeness(compared.likeness) }) : t('unlike')}</p>
        <Table
          caption={t('caption')}
          hideCaption
          columns={[
            { key: 'what', header: t('what'), isRowHeader: true },
            { key: 'face', header: t('face') },
            { key: 'other', header: t('other') },
          ]}
          rows={rows.map(([key, show, differs]) => ({
            key,
            tone: differs ? ('attention' as const) : undefined,
            cells: {
              what: differs ? `${t(key as 'born')} (${t('differs')})` : t(key as 'born'),
              face: show(face),
              other: show(other),
            },
          }))}
        />
        {overlap && <p>{t('overlap')}</p>}
        {!waiting && !joined && (
          <p>
            <Link href={paths.compareRecords(other.personId, face.personId)}>{t('swap')}</Link>
          </p>
        )}
        {waiting ? (
          <Section heading={words('answer.heading')} card>
            <Stack gap="small">
              <p>
                {words(`state.${waiting.state}`)}.{' '}
                {t('asked', {
                  name: waiting.askedByName,
                  when: format.instant(waiting.askedAt),
                  reason: waiting.reason,
                })}
              </p>
              <AnswerMerge
                mergeId={waiting.mergeId}
                version={waiting.version}
                isParting={waiting.state === 'parting'}
                isOwn={waiting.isOwn}
              />
            </Stack>
          </Section>
        ) : (
          <Section heading={words(joined ? 'propose.part' : 'propose.merge')} card>
            <ReasonForm
              what={joined ? 'part' : 'merge'}
              facePersonId={joined?.facePersonId ?? face.personId}
              otherPersonId={joined?.otherPersonId ?? other.personId}
            />
          </Section>
        )}
        {history.length > 0 && (
          <Section heading={t('history')}>
            <ul>
              {history.map((one) => (
                <li key={one.mergeId}>
                  {words(`state.${one.state}`)}.{' '}
                  {t('asked', { name: one.askedByName, when: format.instant(one.askedAt), reason: one.reason })}
                  {one.answeredByName && one.answeredAt && (
                    <> {t('answered', { name: one.answeredByName, when: format.instant(one.answeredAt) })}</>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
    </Words>
  )

  function casesOf(of: RecordsCompared['face']): ReactNode {
    return (
      <ul>
        {of.cases.map((one) => (
          <li key={one.episodeId}>
            <Link href={paths.case(one.episodeId)}>
              {one.endedOn
                ? t('case-ended', {
                    prison: one.prisonName,
                    from: format.day(one.admittedOn),
                    to: format.day(one.endedOn),
                  })
                : t('case', { prison: one.prisonName, from: format.day(one.admittedOn) })}
            </Link>{' '}
            · {t('open-items', { count: one.openItems })}
          </li>
        ))}
      </ul>
    )
  }
}
