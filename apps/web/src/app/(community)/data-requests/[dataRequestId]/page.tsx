import type { DataRequestOpened } from '@throughcare/api/data-request/get-data-request'
import type { DataRequestAnswer } from '@throughcare/domain/data-request/data-request-codes'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { AnswerRequestForm } from '../../../../data-request/answer-request-form.tsx'
import { copyWords } from '../../../../data-request/copy-words.ts'
import { ReviewForm } from '../../../../data-request/review-form.tsx'
import { carriesSentence } from '../../../../handoff/carries-sentence.ts'
import { idOrNotFound } from '../../../../handoff/id-or-not-found.ts'
import { listedName } from '../../../../handoff/person-name.ts'
import { paths } from '../../../../paths.ts'
import { api, orNotFound } from '../../../../trpc/server.ts'
import { currentReader } from '../../../../words/current-reader.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('data-request', 'page.title')

type Props = { readonly params: Promise<{ dataRequestId: string }> }
type Piece = NonNullable<DataRequestOpened['copy']>['pieces'][number]

/** One request: what is held back from a copy, the copy, and the answer. */
export default async function DataRequestPage({ params }: Props) {
  const dataRequestId = idOrNotFound((await params).dataRequestId)
  const caller = await api()
  const [{ request, copy }, t, handoff, format, reader] = await Promise.all([
    orNotFound(caller.dataRequest.byId({ dataRequestId })),
    getTranslations('data-request'),
    getTranslations('handoff'),
    getFormat(),
    currentReader(),
  ])
  const words = copyWords(reader.locale, reader.timeZone)
  const pieces = Object.entries(Object.groupBy(copy?.pieces ?? [], ({ table }) => table)) as [string, Piece[]][]
  const released = (copy?.pieces ?? []).filter(({ decision }) => decision === 'release').length
  return (
    <Words nouns={['data-request']}>
      <Stack gap="large">
        <PageHeading
          lead={<bdi>{listedName(request)}</bdi>}
          actions={
            <LinkButton href={paths.dataRequests()} variant="secondary" icon="back">
              {t('page.back')}
            </LinkButton>
          }
        >
          {t(`kind.${request.kind}`)}
        </PageHeading>
        {request.state === 'standing' && <Notice tone="attention">{t('page.restricted')}</Notice>}
        <SummaryList
          rows={[
            { key: 'state', label: t('page.facts'), value: t(`state.${request.state}`) },
            { key: 'since', label: t('since'), value: format.day(request.askedOn) },
            { key: 'due', label: t('due'), value: format.day(request.dueOn) },
            { key: 'asker', label: t('record.asker'), value: t(`asker.${request.asker}`) },
            { key: 'identity', label: t('record.identity'), value: t(`identity.${request.identity}`) },
            ...(request.words ? [{ key: 'words', label: t('page.words'), value: <q>{request.words}</q> }] : []),
            ...(request.reason ? [{ key: 'reason', label: t('answer.reason'), value: request.reason }] : []),
          ]}
        />
        <p>
          <Link href={paths.case(request.episodeId)}>{t('page.case')}</Link> ·{' '}
          {t('page.recorded-by', { name: request.recordedByName })}
        </p>
        {copy && (
          <>
            <Section heading={t('review.heading')}>
              <Stack gap="small">
                <p>
                  {pieces.length === 0
                    ? t('review.none')
                    : `${t('review.lead')} ${t('review.decided', { released, all: copy.pieces.length })}`}
                </p>
                {pieces.map(([table, parts]) => (
                  <ReviewForm
                    key={table}
                    dataRequestId={dataRequestId}
                    legend={words.t(`table.${table}`)}
                    pieces={parts.map(({ value, decision, code, ...piece }) => ({
                      ...piece,
                      text: pieceText(words, { ...piece, code, value }),
                      decided: t(`review.${decision === 'release' ? 'goes' : decision === 'hold' ? 'stays' : 'open'}`),
                    }))}
                  />
                ))}
              </Stack>
            </Section>
            <Section heading={t('copy.heading')} card>
              <Stack gap="small">
                <p>{t('copy.lead')}</p>
                <p>
                  {t('copy.rows', { count: copy.rows })} {carriesSentence(handoff, reader.locale, copy.carries)}
                </p>
                <div>
                  <LinkButton href={paths.personCopy(dataRequestId)}>{t('copy.print')}</LinkButton>
                </div>
              </Stack>
            </Section>
          </>
        )}
        {(request.state === 'open' || request.state === 'standing') && (
          <Section heading={t('answer.heading')} card>
            <Stack gap="small">
              {request.kind === 'correction' && <p>{t('answer.correct-hint')}</p>}
              <AnswerRequestForm
                dataRequestId={dataRequestId}
                version={request.version}
                answers={answersTo(request.kind, request.state)}
              />
            </Stack>
          </Section>
        )}
      </Stack>
    </Words>
  )
}

/** What stands there, after what its row is about: “Pregnant: Yes”, not “answer: yes”. */
function pieceText(words: ReturnType<typeof copyWords>, piece: Omit<Piece, 'rowKey' | 'decision'>): string {
  const { table, field, code, value } = piece
  const about = code === null ? words.field(field) : words.value(code, { table, field: 'code', code })
  return `${about}: ${words.value(value, { table, field, code })}`
}

function answersTo(kind: string, state: string): DataRequestAnswer[] {
  if (state === 'standing') return ['end']
  return kind === 'erasure' ? ['refuse', 'take-back'] : ['done', 'refuse', 'take-back']
}
