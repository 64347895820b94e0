import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { KeepFresh } from '../../../../../handoff/keep-fresh.tsx'
import { SendForm } from '../../../../../handoff/send-form.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('handoff', 'hand-over.title')

type Props = { params: Promise<{ episodeId: string }> }

/** Handing a release over: one service per area, sent together. */
export default async function HandOverPage({ params }: Props) {
  const episodeId = idOrNotFound((await params).episodeId)
  const caller = await api()
  const [receivers, t] = await Promise.all([
    orNotFound(caller.handoff.receivers({ episodeId })),
    getTranslations('handoff'),
  ])
  return (
    <Words nouns={['handoff']}>
      <KeepFresh />
      <Stack gap="large">
        <PageHeading lead={t('hand-over.lead')} caption={t('hand-over.kind', { kind: t(`kind.${receivers.kind}`) })}>
          {t('hand-over.heading')}
        </PageHeading>
        {receivers.planVersion === null ? (
          <EmptyState heading={t('hand-over.no-plan')} />
        ) : (
          <SendForm receivers={receivers} />
        )}
      </Stack>
    </Words>
  )
}
