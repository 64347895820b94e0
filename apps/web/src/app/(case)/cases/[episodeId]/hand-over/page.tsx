import { admissionFilterIn } from '@throughcare/domain/admission/admission-terms'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Prose, Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { AdmissionFilterBar } from '../../../../../admission/admission-filter.tsx'
import { NarrowedOffers, narrowOffers } from '../../../../../admission/narrowed-offers.tsx'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { SendForm } from '../../../../../handoff/send-form.tsx'
import { KeepFresh } from '../../../../../live/keep-fresh.tsx'
import { paths } from '../../../../../paths.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('handoff', 'hand-over.title')

type Props = {
  params: Promise<{ episodeId: string }>
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** Handing a release over: one service per area, sent together. */
export default async function HandOverPage({ params, searchParams }: Props) {
  const episodeId = idOrNotFound((await params).episodeId)
  const asked = (await searchParams).takes
  const filter = admissionFilterIn(typeof asked === 'string' ? asked : undefined)
  const caller = await api()
  const [receivers, t, escalation] = await Promise.all([
    orNotFound(caller.handoff.receivers({ episodeId })),
    getTranslations('handoff'),
    getTranslations('escalation.fact'),
  ])
  const narrowed = narrowOffers(receivers, filter)
  return (
    <Words nouns={['handoff', 'escalation', 'admission', 'restriction']}>
      <KeepFresh episodeId={episodeId} />
      <Stack gap="large">
        <PageHeading lead={t('hand-over.lead')} caption={t('hand-over.kind', { kind: t(`kind.${receivers.kind}`) })}>
          {t('hand-over.heading')}
        </PageHeading>
        {receivers.planVersion === null ? (
          <EmptyState heading={t('hand-over.no-plan')} />
        ) : (
          <>
            <AdmissionFilterBar
              chosen={filter}
              href={(to) => paths.handOver(episodeId, to === null ? {} : { takes: to })}
            />
            <NarrowedOffers narrowed={narrowed} />
            <Prose>
              <p>{escalation('offers-ours')}</p>
            </Prose>
            <SendForm key={filter} receivers={narrowed.receivers} />
          </>
        )}
      </Stack>
    </Words>
  )
}
