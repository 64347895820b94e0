import type { SimulationPage } from '@throughcare/api/simulation/list-simulations'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { getFormat } from '../words/get-format.ts'
import { RunningSimulation } from './running-simulation.tsx'
import { SimulationAnswer } from './simulation-answer.tsx'

type Props = { readonly run: NonNullable<SimulationPage['chosen']> }

/** One replay: how far it is, why it has no answer, or its answer. */
export async function ChosenRun({ run }: Props) {
  const [t, months, format] = await Promise.all([getTranslations('simulation'), getFigureWords(), getFormat()])
  const { state, result } = run
  return (
    <Section
      heading={t('run.heading', { from: months.month(run.from), to: months.month(run.to) })}
      lead={t('run.asked', { name: run.askedBy, at: format.instant(run.askedAt) })}
    >
      {(state === 'waiting' || state === 'running') && (
        <RunningSimulation simulationId={run.id} state={state} percent={run.progress} />
      )}
      {state === 'refused' && run.refusal && (
        <Notice tone="attention" heading={t('refused.heading')} headingLevel={3}>
          {t(`refused.${run.refusal}`)}
        </Notice>
      )}
      {(state === 'cancelled' || state === 'failed') && <Notice tone="info">{t(`ended.${state}`)}</Notice>}
      {state === 'done' && result && <SimulationAnswer run={run} result={result} />}
    </Section>
  )
}
