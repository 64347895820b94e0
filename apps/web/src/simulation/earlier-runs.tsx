import type { SimulationRun } from '@throughcare/api/simulation/list-simulations'
import type { SimulationState } from '@throughcare/domain/simulation/simulation-codes'
import { Link } from '@throughcare/ui/link'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

const LOOK = {
  waiting: 'info',
  running: 'info',
  done: 'good',
  refused: 'attention',
  cancelled: 'quiet',
  failed: 'attention',
} as const satisfies Record<SimulationState, Tone>

type Props = { readonly runs: readonly SimulationRun[] }

/** The replays of the own service, the newest first, each to be opened again. */
export async function EarlierRuns({ runs }: Props) {
  const [t, months, format] = await Promise.all([getTranslations('simulation'), getFigureWords(), getFormat()])
  return (
    <Section heading={t('earlier.heading')}>
      <Table
        caption={t('earlier.caption')}
        hideCaption
        columns={[
          { key: 'when', header: t('earlier.when'), isRowHeader: true },
          { key: 'period', header: t('earlier.period') },
          { key: 'rules', header: t('earlier.rules') },
          { key: 'state', header: t('earlier.state') },
        ]}
        rows={runs.map((run) => ({
          key: run.id,
          cells: {
            when: (
              <Link href={paths.simulation({ run: run.id })}>
                {t('earlier.open', { at: format.instant(run.askedAt) })}
              </Link>
            ),
            period: `${months.month(run.from)} – ${months.month(run.to)}`,
            rules: run.rules
              .map((rule) =>
                rule === 'open-on-sunday' && run.sundayServiceName
                  ? `${t(`rule.${rule}`)} (${run.sundayServiceName})`
                  : t(`rule.${rule}`),
              )
              .join(', '),
            state: <StatusTag tone={LOOK[run.state]}>{t(`state.${run.state}`)}</StatusTag>,
          },
        }))}
      />
    </Section>
  )
}
