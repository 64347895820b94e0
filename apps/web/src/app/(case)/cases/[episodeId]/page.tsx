import type { AreaView, CaseView, ItemView } from '@throughcare/api/care-plan/case-view'
import { areaStateWithCover } from '@throughcare/domain/care-plan/plan-ready'
import { MAIN_AREAS, SUPPORTING_AREAS } from '@throughcare/domain/checklist/areas'
import { AreaStates } from '@throughcare/ui/area-states'
import { Columns, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { AREA_STATE_LOOK } from '../../../../care-plan/area-looks.ts'
import { AreaSection, SupportingArea } from '../../../../care-plan/area-section.tsx'
import { DateMoved } from '../../../../care-plan/date-moved.tsx'
import { PlanPath } from '../../../../care-plan/plan-path.tsx'
import { PlanReadyLine } from '../../../../care-plan/plan-ready.tsx'
import { PlanRulesLine } from '../../../../care-plan/plan-rules.tsx'
import { readCase } from '../../../../care-plan/read-case.ts'
import { readReady } from '../../../../care-plan/read-ready.ts'
import { ReleaseFacts } from '../../../../care-plan/release-facts.tsx'
import { WhatChanged } from '../../../../care-plan/what-changed.tsx'
import { ItemList } from '../../../../checklist/item-list.tsx'
import { CaseCover } from '../../../../cover-plan/case-cover.tsx'
import { readCover } from '../../../../cover-plan/read-cover.ts'
import { KeepFresh } from '../../../../live/keep-fresh.tsx'
import { PackOfCase } from '../../../../minimum-pack/pack-of-case.tsx'
import { Kit } from '../../../../naloxone/kit.tsx'
import { StandingWords } from '../../../../own-words/standing-words.tsx'
import { WishForm } from '../../../../partner/wish-form.tsx'
import { paths } from '../../../../paths.ts'
import { CorrectPerson } from '../../../../person/correct-person.tsx'
import { EarlierRelease } from '../../../../release/earlier-release.tsx'
import { ReleaseDeeds } from '../../../../release/release-deeds.tsx'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('care-plan', 'page.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** The plan of one case: the person's own words, what blocks, the five areas, and what supports them. */
export default async function CarePlanPage({ params }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  if (view.stoppedBy) return <ClosedCase view={view} />
  const t = await getTranslations('care-plan')
  const blocking = blockingItems(view)
  const open = view.items.filter((item) => item.status === 'open' || item.status === 'in-progress')
  const overdue = open.filter((item) => item.isOverdue).length
  const counts = {
    done: view.items.filter((item) => item.status === 'done').length,
    all: view.items.filter((item) => item.status !== 'retired').length,
    left: open.length,
  }
  const lead = [t('page.lead', counts), overdue > 0 && t('page.overdue', { count: overdue })].filter(Boolean).join(' ')
  const [ready, cover] = await Promise.all([readReady(episodeId), readCover(episodeId)])
  const areas = view.areas.map((each) => ({
    ...each,
    state: areaStateWithCover(each, ready, cover?.readiness ?? null),
  }))
  const main = areas.filter(({ area }) => MAIN_AREAS.some((each) => each === area))
  const supporting = areas.filter(({ area }) => SUPPORTING_AREAS.some((each) => each === area))
  return (
    <Words nouns={['checklist', 'partner', 'naloxone']}>
      <Stack gap="large">
        <KeepFresh episodeId={episodeId} />
        <Stack gap="small">
          <PageHeading lead={lead}>{t('page.heading')}</PageHeading>
          <ReleaseDeeds episode={view.episode} now={view.now} zone={view.prison.timeZone} may={view.may} />
        </Stack>
        <PlanRulesLine view={view} />
        {view.plan?.closedAt && (
          <Notice tone="info" heading={t('close.closed-heading')}>
            <Link href={paths.planRules(episodeId)}>{t('close.closed-link')}</Link>
          </Notice>
        )}
        {view.plan === null && (
          <Notice tone="info" heading={t('page.being-made-heading')}>
            {t('page.being-made')}
          </Notice>
        )}
        {view.ownWords && <StandingWords words={view.ownWords} episodeId={episodeId} />}
        {view.dateMove && <DateMoved view={view} move={view.dateMove} />}
        <Columns split="main-aside">
          <Section heading={t('blocks.heading')} lead={blocking.length > 0 ? t('blocks.lead') : t('blocks.none')}>
            <PlanReadyLine episodeId={episodeId} />
            <PlanPath view={view} />
            {blocking.length > 0 && <ItemList label={t('blocks.heading')} view={view} items={blocking} isPointer />}
          </Section>
          <Stack>
            <ReleaseFacts view={view} />
            {view.may.changeDate && <EarlierRelease view={view} />}
            {view.may.changeDate && <PackOfCase episodeId={view.episode.id} />}
            <PersonDetails view={view} />
          </Stack>
        </Columns>
        <Section heading={t('areas.heading')}>
          <AreaStates label={t('areas.label')} areas={await areaTiles(main)} />
        </Section>
        {main.map((area) => (
          <AreaSection key={area.area} view={view} area={area}>
            <AreaExtras view={view} area={area} episodeId={episodeId} />
          </AreaSection>
        ))}
        {supporting.length > 0 && (
          <Section heading={t('supporting.heading')}>
            {supporting.map((area) => (
              <SupportingArea key={area.area} view={view} area={area} />
            ))}
          </Section>
        )}
        <WhatChanged view={view} />
      </Stack>
    </Words>
  )
}

/** A case on which work has stopped: who it was about, in their own words and in the facts; nothing to do. */
async function ClosedCase({ view }: { readonly view: CaseView }) {
  const t = await getTranslations('care-plan')
  return (
    <Stack gap="large">
      <PageHeading>{t('page.heading')}</PageHeading>
      {view.ownWords && <StandingWords words={view.ownWords} episodeId={view.episode.id} />}
      <ReleaseFacts view={view} />
    </Stack>
  )
}

/** The person's own details, for those who may put them right. */
function PersonDetails({ view: { person, may } }: { readonly view: CaseView }) {
  if (!may.correctPerson) return null
  const { id, version, familyName, givenNames, otherNames, dateOfBirth, sex, languages, interpreterNeeded } = person
  const details = { familyName, givenNames, otherNames, dateOfBirth, sex, languages, interpreterNeeded }
  return <CorrectPerson personId={id} version={version} details={details} />
}

/** What holds others up, and what is late and unsafe to leave, in working order. */
function blockingItems(view: CaseView): ItemView[] {
  return view.items.filter((item) => item.holdsUp.length > 0 || (item.isOverdue && item.critical)).slice(0, 5)
}

async function areaTiles(areas: readonly AreaView[]) {
  const [t, names, handoffs, items] = await Promise.all([
    getTranslations('care-plan'),
    getTranslations('area'),
    getTranslations('handoff'),
    getTranslations('checklist'),
  ])
  return areas.map(({ area, state, left, first, handoff }) => ({
    key: area,
    name: names(`name.${area}`),
    short: names(`short.${area}`),
    state: t(`area-state.${state}`),
    ...AREA_STATE_LOOK[state],
    detail: [
      handoff ? handoffs(`status.${handoff.status}`) : t('handoff.none'),
      first && items.has(`item.${first}`)
        ? t('areas.first', { item: items(`item.${first}`) })
        : t('areas.left', { count: left }),
    ].join('. '),
    href: `#area-${area}`,
  }))
}

type ExtrasProps = { readonly view: CaseView; readonly area: AreaView; readonly episodeId: string }

/** What an area holds beside its items: the dose cover in words, the kit, the one question about a partner. */
async function AreaExtras({ view, area, episodeId }: ExtrasProps) {
  if (area.area === 'omt') return <CaseCover episodeId={episodeId} />
  if (area.area === 'naloxone') return <Kit episodeId={episodeId} view={view} />
  if (area.area === 'partner' && view.may.recordWish)
    return (
      <WishForm
        episodeId={episodeId}
        wish={view.partnerWish?.wish ?? 'not-asked'}
        seenVersion={view.partnerWish?.version ?? null}
      />
    )
  return null
}
