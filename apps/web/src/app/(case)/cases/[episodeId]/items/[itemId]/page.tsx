import { DOCUMENT_SUBJECTS, MOST_DOCUMENT_BYTES } from '@throughcare/domain/document/document-codes'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AssignForm } from '../../../../../../checklist/assign-form.tsx'
import styles from '../../../../../../checklist/comment.module.css'
import { CommentForm } from '../../../../../../checklist/comment-form.tsx'
import { DueForm } from '../../../../../../checklist/due-form.tsx'
import { ItemFacts } from '../../../../../../checklist/item-facts.tsx'
import { ItemHistory } from '../../../../../../checklist/item-history.tsx'
import { ItemPresses } from '../../../../../../checklist/item-presses.tsx'
import { ItemInLaw } from '../../../../../../country-pack/item-in-law.tsx'
import { AttachForm } from '../../../../../../document/attach-form.tsx'
import { DocumentList } from '../../../../../../document/document-list.tsx'
import { ListPages } from '../../../../../../handoff/list-pages.tsx'
import { readPage } from '../../../../../../handoff/read-page.ts'
import { paths } from '../../../../../../paths.ts'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { currentReader } from '../../../../../../words/current-reader.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { typedMoment } from '../../../../../../words/local-moment.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('item-work', 'item.title')

type Props = {
  readonly params: Promise<{ episodeId: string; itemId: string }>
  readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** One item: how it stands, who does it and until when, what was said, what shows it, and all that was changed. */
export default async function ItemPage({ params, searchParams }: Props) {
  const { episodeId, itemId } = await params
  if (!z.uuid().safeParse(itemId).success) notFound()
  const caller = await api()
  const item = await orNotFound(caller.checklist.byId({ itemId, historyPage: readPage((await searchParams).page) }))
  if (item.episodeId !== episodeId) notFound()
  const [t, list, checklist, document, format, { timeZone }] = await Promise.all([
    getTranslations('item-work'),
    getTranslations('handoff-list.history'),
    getTranslations('checklist'),
    getTranslations('document'),
    getFormat(),
    currentReader(),
  ])
  const title = checklist.has(`item.${item.code}`) ? checklist(`item.${item.code}`) : item.code
  const about = { itemId, seenVersion: item.version }
  return (
    <Words nouns={['checklist', 'item-work', 'document', 'calendar']}>
      <Stack gap="large">
        <PageHeading>{title}</PageHeading>
        <p>
          <Link href={paths.case(episodeId)}>{t('item.back')}</Link> ·{' '}
          <Link href={paths.myList()}>{t('item.to-list')}</Link>
        </p>
        {item.alsoHere.map(({ name, minutesAgo }) => (
          <Notice key={name} tone="info">
            {t('item.also-here', { name, minutes: minutesAgo })}
          </Notice>
        ))}
        <Section heading={t('item.facts')}>
          <ItemFacts item={item} />
        </Section>
        <ItemInLaw code={item.code} />
        {!item.isOurs && item.isOpen && (
          <Notice tone="info">{t('item.theirs', { service: item.accountableServiceName })}</Notice>
        )}
        {item.maySet.length > 0 && (
          <Section heading={t('status.heading')}>
            <ItemPresses {...about} title={title} status={item.status} maySet={item.maySet} />
          </Section>
        )}
        {item.may.assign && (
          <Section heading={t('assign.heading')}>
            <AssignForm
              {...about}
              assignedTo={item.assignedTo}
              colleagues={item.colleagues.map(({ accountId, name }) => ({ value: accountId, text: name }))}
            />
          </Section>
        )}
        {item.may.setDue && (
          <Section heading={t('due.heading')}>
            <DueForm
              {...about}
              due={item.dueAt ? typedMoment(item.dueAt, timeZone) : { day: '', time: '' }}
              dueByHand={item.dueByHand}
            />
          </Section>
        )}
        <Section heading={t('comment.heading')}>
          <Stack gap="medium">
            {item.may.comment && <CommentForm itemId={itemId} draft={item.draft} />}
            {item.comments.length > 0 ? (
              <TimelineList
                label={t('comment.list')}
                entries={item.comments.map(({ id, text, at, by, service }) => ({
                  key: id,
                  dateTime: at,
                  when: format.instant(at, 'weekday'),
                  title: t('comment.by', { name: by ?? '', service }),
                  children: (
                    <p dir="auto" className={styles.asTyped}>
                      {text}
                    </p>
                  ),
                }))}
              />
            ) : (
              <p>{t('comment.none')}</p>
            )}
          </Stack>
        </Section>
        <Section heading={document('heading')} lead={document('lead')}>
          <Stack gap="medium">
            <DocumentList itemId={itemId} documents={item.documents} />
            {item.may.attach && (
              <AttachForm
                itemId={itemId}
                subjects={DOCUMENT_SUBJECTS.map((code) => ({ value: code, text: document(`shows.${code}`) }))}
                mostBytes={MOST_DOCUMENT_BYTES}
              />
            )}
          </Stack>
        </Section>
        <Section
          heading={t('history.heading')}
          lead={item.historyPages.pages > 1 ? list('total', { total: item.historyPages.total }) : undefined}
        >
          <ItemHistory history={item.history} />
          <ListPages
            page={item.historyPages.page}
            pages={item.historyPages.pages}
            hrefOf={(page) => paths.item(episodeId, itemId, { page: page > 1 ? page : undefined })}
          />
        </Section>
      </Stack>
    </Words>
  )
}
