import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CaseIdentity } from '../../../../care-plan/case-identity.tsx'
import { CaseNavigation } from '../../../../care-plan/case-navigation.tsx'
import { personPages } from '../../../../care-plan/person-pages.ts'
import { readCase, readMedication } from '../../../../care-plan/read-case.ts'
import { StopBanner } from '../../../../custody-episode/stop-banner.tsx'
import { DoubleDoseCalls } from '../../../../dose-list/double-dose-calls.tsx'
import { paths } from '../../../../paths.ts'
import { mayHere } from '../../../../session/may-here.ts'

type Props = { readonly params: Promise<{ episodeId: string }>; readonly children: ReactNode }

/** On every page of a case: who it is about, how late it is, what must not be missed, and the way to its other pages. */
export default async function CaseLayout({ params, children }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  const [medication, mayPrint, maySeeTrail, mayAskData, mayHold, t, frame, looking] = await Promise.all([
    readMedication(episodeId),
    mayHere('print-pack.by-episode'),
    mayHere('audit.who-saw'),
    mayHere('data-request.record'),
    mayHere('retention.set-hold'),
    getTranslations('care-plan'),
    getTranslations('frame'),
    getTranslations('break-glass.looking'),
  ])
  const isLooking = view.part.relation === 'break-glass'
  const pages = [
    { href: paths.case(episodeId), text: t('nav.plan'), isOpen: true },
    { href: paths.fourMinutes(episodeId), text: t('nav.four-minutes'), isOpen: view.may.recordFact },
    { href: paths.doses(episodeId), text: t('nav.doses'), isOpen: view.may.readMedication },
    { href: paths.handOver(episodeId), text: t('nav.hand-over'), isOpen: view.may.send },
    {
      href: paths.released(episodeId),
      text: t('nav.released'),
      isOpen: view.may.send && view.episode.releasedAt !== null,
    },
    { href: paths.first48(episodeId), text: t('nav.first-48'), isOpen: view.may.seeFirst48 && !view.stoppedBy },
    { href: paths.printPack(episodeId), text: t('nav.print-pack'), isOpen: mayPrint && !isLooking },
    { href: paths.barriers(episodeId), text: t('nav.barriers'), isOpen: !isLooking },
    { href: paths.circumstances(episodeId), text: t('nav.circumstances'), isOpen: view.may.readCircumstances },
    { href: paths.medicines(episodeId), text: t('nav.medicines'), isOpen: view.may.readSupplies },
    { href: paths.happened(episodeId), text: t('nav.happened'), isOpen: view.events.length > 0 },
    { href: paths.timeline(episodeId), text: t('nav.timeline'), isOpen: !isLooking },
    {
      href: paths.whoSaw(episodeId),
      text: t('nav.who-saw'),
      isOpen: maySeeTrail && !['offered', 'break-glass'].includes(view.part.relation),
    },
    {
      href: paths.addDataRequest(episodeId),
      text: t('nav.data-request'),
      isOpen: (mayAskData || mayHold) && ['own', 'accepted', 'closing'].includes(view.part.relation),
    },
    ...(await personPages(view)).slice(0, 1).map(({ href }) => ({ href, text: t('nav.person'), isOpen: true })),
  ]
  return (
    <Stack gap="large">
      <CaseIdentity view={view} medication={medication} />
      <CaseNavigation
        label={t('nav.label')}
        moreText={frame('navigation.more')}
        items={pages.filter((page) => page.isOpen).map(({ href, text }) => ({ href, text }))}
      />
      <StopBanner view={view} />
      {isLooking && (
        <Notice tone="attention" heading={looking('heading')}>
          {looking('text')}
        </Notice>
      )}
      {!view.stoppedBy && <DoubleDoseCalls episodeId={episodeId} />}
      {children}
    </Stack>
  )
}
