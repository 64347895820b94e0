import { GAP_BOARDS } from '@throughcare/domain/gap/gap-of-case'
import { CaseList } from '@throughcare/ui/case-card'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { DigestSwitch } from '../../../gap/digest-switch.tsx'
import { gapAddress, readGapAddress, WITHOUT_CAUSE } from '../../../gap/gap-address.ts'
import { GapCard } from '../../../gap/gap-card.tsx'
import { GapGroups } from '../../../gap/gap-groups.tsx'
import { RestingList } from '../../../gap/resting-list.tsx'
import { StalePlans } from '../../../gap/stale-plans.tsx'
import { ListPages } from '../../../handoff/list-pages.tsx'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('gap', 'title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Whose coming days hold one without cover: by cause first, then by person, worst first. For prison and community alike. */
export default async function GapsPage({ searchParams }: Props) {
  const input = readGapAddress(await searchParams)
  const caller = await api()
  const [board, digest, t] = await Promise.all([
    caller.gap.board(input),
    caller.gap.digestChoice(),
    getTranslations('gap'),
  ])
  return (
    <Stack gap="large">
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      <CountRow
        label={t('part.label')}
        items={GAP_BOARDS.map((part) => ({
          key: part,
          value: String(board.counts[part]),
          label: t(`part.${part}`),
          href: gapAddress(input, { ...WITHOUT_CAUSE, part }),
          current: part === input.part,
          tone: part === 'next-days' && board.counts[part] > 0 ? 'attention' : undefined,
        }))}
      />
      {board.outOfDate > 0 && (
        <Notice tone="unknown" heading={t('out-of-date.heading', { count: board.outOfDate })}>
          {t('out-of-date.text')}
        </Notice>
      )}
      {input.cause === null && board.stalePlans.length > 0 && <StalePlans board={board} />}
      {board.groups.length > 0 && <GapGroups input={input} board={board} />}
      {board.total > 0 ? (
        <Section
          heading={t(input.cause === null ? 'persons.heading' : 'persons.heading-group')}
          lead={t(`part-lead.${input.part}`)}
          actions={
            input.cause !== null && (
              <LinkButton href={gapAddress(input, WITHOUT_CAUSE)} variant="secondary">
                {t('persons.all')}
              </LinkButton>
            )
          }
        >
          <CaseList label={t('persons.label')}>
            {board.persons.map((person) => (
              <GapCard key={person.episodeId} person={person} />
            ))}
          </CaseList>
        </Section>
      ) : (
        <EmptyState
          heading={t(input.cause === null ? `empty.${input.part}` : 'empty.group')}
          actions={
            input.cause !== null && <LinkButton href={gapAddress(input, WITHOUT_CAUSE)}>{t('persons.all')}</LinkButton>
          }
        >
          {t(input.cause === null ? 'empty.text' : 'empty.group-text')}
        </EmptyState>
      )}
      {input.cause === null && board.resting.length > 0 && <RestingList board={board} />}
      <ListPages page={board.page} pages={board.pages} hrefOf={(page) => gapAddress(input, { page })} />
      <Words nouns={['gap']}>
        <DigestSwitch {...digest} />
      </Words>
    </Stack>
  )
}
