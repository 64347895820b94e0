import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { NoteCard } from '../../../../../../sharing-note/note-card.tsx'
import { NoteForm } from '../../../../../../sharing-note/note-form.tsx'
import { Readers } from '../../../../../../sharing-note/readers.tsx'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('care-plan', 'page.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** What the person said about giving or sharing medicine. The page's title does not say what it is about. */
export default async function SharingNotePage({ params }: Props) {
  const { episodeId } = await params
  const caller = await api()
  const view = await orNotFound(caller.sharingNote.byEpisode({ episodeId }))
  const t = await getTranslations('sharing-note')
  return (
    <Words nouns={['sharing-note', 'calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Readers readers={view.readers} />
        {view.notes.length === 0 && <Notice tone="info">{t('nothing-yet')}</Notice>}
        {view.notes.map((note) => (
          <NoteCard key={note.id} episodeId={episodeId} note={note} mayTakeBack={view.may.takeBack} />
        ))}
        {view.may.record && (
          <Section heading={t('ask.heading')}>
            <NoteForm episodeId={episodeId} today={view.today} />
          </Section>
        )}
      </Stack>
    </Words>
  )
}
