import { SIMULATED_RULES } from '@throughcare/domain/simulation/simulation-codes'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../../../../continuity/get-figure-words.ts'
import { paths } from '../../../../paths.ts'
import { ChosenRun } from '../../../../simulation/chosen-run.tsx'
import { EarlierRuns } from '../../../../simulation/earlier-runs.tsx'
import { SimulationForm } from '../../../../simulation/simulation-form.tsx'
import { api } from '../../../../trpc/server.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('simulation', 'page.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** How long a period is offered first. */
const FIRST_MONTHS = 12

/** Releases of the own scope replayed under other rules. */
export default async function SimulationPage({ searchParams }: Props) {
  const { run } = await searchParams
  const simulationId = typeof run === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(run) ? run : null
  const caller = await api()
  const [page, t, words] = await Promise.all([
    caller.simulation.list({ simulationId }),
    getTranslations('simulation'),
    getFigureWords(),
  ])
  const { months, chosen, runs } = page
  const last = months.at(-1) ?? ''
  return (
    <Words nouns={['simulation']}>
      <Stack gap="large">
        <PageHeading lead={t('page.lead')}>{t('page.heading')}</PageHeading>
        <Section heading={t('ask.heading')}>
          <SimulationForm
            months={months.map((month) => ({ value: month, text: words.month(month) }))}
            initial={{ from: months.at(-FIRST_MONTHS) ?? last, to: last }}
            rules={SIMULATED_RULES}
            dosingPoints={page.dosingPoints}
            isUnderWay={runs.some(({ state }) => state === 'waiting' || state === 'running')}
          />
        </Section>
        {chosen && <ChosenRun run={chosen} />}
        {simulationId !== null && chosen === null && <Notice tone="info">{t('run.none')}</Notice>}
        {runs.length > 0 && <EarlierRuns runs={runs} />}
        <p>
          <Link href={paths.continuity()}>{t('page.back')}</Link>
        </p>
      </Stack>
    </Words>
  )
}
