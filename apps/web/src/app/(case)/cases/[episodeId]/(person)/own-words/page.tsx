import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getLocale, getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import { CommentForm } from '../../../../../../own-words/comment-form.tsx'
import { SaidList } from '../../../../../../own-words/said-list.tsx'
import { WordsForm } from '../../../../../../own-words/words-form.tsx'
import { languageOptions } from '../../../../../../person/name-options.ts'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('own-words', 'title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** What the person says themselves, what they said before, and what was said beside it. */
export default async function OwnWordsPage({ params }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  const caller = await api()
  const words = await orNotFound(caller.ownWords.byEpisode({ episodeId }))
  const [t, format, locale] = await Promise.all([getTranslations('own-words'), getFormat(), getLocale()])
  const tells = [...new Set(words.standing?.sayings.flatMap((saying) => saying.tells) ?? [])]
  return (
    <Words nouns={['own-words']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        {words.standing ? <SaidList said={words.standing} /> : <Notice tone="info">{t('nothing-yet')}</Notice>}
        {tells.length > 0 && (
          <Notice tone="attention" heading={t('tells.heading')}>
            {t('tells.text', { names: tells.join(', ') })}
          </Notice>
        )}
        {words.may.record && (
          <Section heading={t('record.heading')} lead={t('record.lead')}>
            <WordsForm
              episodeId={episodeId}
              standing={words.standing}
              language={view.person.languages[0] ?? ''}
              languages={languageOptions(locale)}
              treatingServices={words.treatingServices}
            />
          </Section>
        )}
        {words.standing && (
          <Section heading={t('comments.heading')} lead={t('comments.lead')}>
            {words.comments.length > 0 && (
              <TimelineList
                label={t('comments.heading')}
                entries={words.comments.map(({ id, text, recordedAt, recordedBy, version }) => ({
                  key: id,
                  dateTime: recordedAt,
                  when: format.instant(recordedAt),
                  title: text,
                  by: t('comments.by', { name: recordedBy ?? '', version }),
                }))}
              />
            )}
            {words.may.comment && <CommentForm episodeId={episodeId} version={words.standing.version} />}
          </Section>
        )}
        {words.earlier.length > 0 && (
          <Disclosure summary={t('earlier', { count: words.earlier.length })}>
            <Stack>
              {words.earlier.map((said) => (
                <SaidList key={said.version} said={said} />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Words>
  )
}
