import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { TeamTable } from '../../../capacity/team-table.tsx'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { currentSession } from '../../../session/current-session.ts'
import { mayHere } from '../../../session/may-here.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('capacity', 'title')

/** Who has how much, and who has room today. */
export default async function TeamPage() {
  const caller = await api()
  const [{ team }, t, session, mayState] = await Promise.all([
    caller.capacity.team(),
    getTranslations('capacity'),
    currentSession(),
    mayHere('capacity.state'),
  ])
  return (
    <Stack gap="large">
      <KeepFresh />
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {team.length === 0 ? (
        <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>
      ) : (
        <Words nouns={['capacity', 'circumstance', 'calendar']}>
          <TeamTable team={team} mayStateOf={(one) => mayState && (one.isSelf || session?.hat?.role === 'manager')} />
        </Words>
      )}
    </Stack>
  )
}
