import { Disclosure } from '@throughcare/ui/disclosure'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { getReadyWords } from './get-ready-words.ts'
import { readReady } from './read-ready.ts'

/** Whether the plan is ready, and the shortest list of what is missing; nothing for whoever does not see all of it. */
export async function PlanReadyLine({ episodeId }: { readonly episodeId: string }) {
  const [ready, t, words] = await Promise.all([
    readReady(episodeId),
    getTranslations('care-plan.ready'),
    getReadyWords(),
  ])
  if (ready === null) return null
  if (ready.isReady) return <StatusTag tone="good">{t('is-ready')}</StatusTag>
  return (
    <Disclosure
      summary={
        <StatusTag tone="attention" shape="clock">
          {t('missing', { count: ready.missing.length })}
        </StatusTag>
      }
    >
      <ul>
        {ready.missing.map(words).map((missing) => (
          <li key={missing}>{missing}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
