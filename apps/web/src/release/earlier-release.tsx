import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { api, orNotFound } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'
import { Words } from '../words/words.tsx'
import { ExclusionsEditor } from './date-editors.tsx'
import { MoveEarlier } from './move-earlier.tsx'

/** What the law says about a release before shut doors, beside the date: a proposal with its source, never a shift. */
export async function EarlierRelease({ view }: { readonly view: CaseView }) {
  const { episode } = view
  const caller = await api()
  const { earlier, rule, answers } = await orNotFound(caller.release.earlier({ episodeId: episode.id }))
  if (earlier.kind === 'no-date' || earlier.kind === 'not-needed') return null
  const [t, format] = await Promise.all([getTranslations('release'), getFormat()])
  if (earlier.kind === 'no-rule') return <p>{t('earlier.no-rule')}</p>
  const isAsked = earlier.kind !== 'not-covered' || answers !== null
  return (
    <Section heading={t('earlier.heading')}>
      <Words nouns={['release', 'calendar']}>
        <Stack gap="small">
          <Notice tone={earlier.kind === 'not-covered' || earlier.kind === 'reverted' ? 'info' : 'attention'}>
            {'why' in earlier && <p>{t(`earlier.why.${earlier.why}`)}</p>}
            <p>{sentence()}</p>
            {earlier.kind === 'reverted' && <p>{answers?.reversion}</p>}
            {rule && <p>{t(`earlier.rule.${rule.code}`)}</p>}
          </Notice>
          {earlier.kind === 'proposed' &&
            earlier.days.map((day) => (
              <MoveEarlier
                key={day}
                episodeId={episode.id}
                version={episode.version}
                certainty={episode.releaseCertainty}
                day={day}
                isPresumed={day === earlier.presumed}
              />
            ))}
          {isAsked && (
            <Disclosure summary={t('earlier.open')} open={earlier.kind === 'ask'}>
              <ExclusionsEditor episodeId={episode.id} answers={answers} />
            </Disclosure>
          )}
        </Stack>
      </Words>
    </Section>
  )

  function sentence(): string {
    switch (earlier.kind) {
      case 'not-covered':
        return t(`earlier.not-covered.${earlier.because}`)
      case 'proposed': {
        const { days, presumed, isChild } = earlier
        const [other] = days.filter((day) => day !== presumed).map((day) => format.day(day, 'long'))
        const proposed = t('earlier.proposed', { day: format.day(presumed, 'long') })
        const beside = isChild ? t('earlier.child') : other && t('earlier.also', { day: other })
        return [proposed, beside].filter(Boolean).join(' ')
      }
      case 'reverted':
      case 'age-not-known':
      case 'too-late':
        return t(`earlier.${earlier.kind}`)
      default:
        return t('earlier.ask')
    }
  }
}
