import type { CoverView } from '@throughcare/api/cover-plan/cover-view'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { getCoverWords } from '../medication/get-cover-words.ts'

type Props = {
  readonly cover: Pick<CoverView, 'gap' | 'readiness' | 'plan'>
  /** Where the gap is closed, on pages that do not close it themselves. */
  readonly href?: string
}

/** Does cover keep the plan from "ready", and why? */
export async function ReadinessNotice({ cover: { gap, readiness, plan }, href }: Props) {
  const [t, words] = await Promise.all([getTranslations('cover-plan'), getCoverWords()])
  const isReady = readiness.kind === 'ready'
  return (
    <Notice
      // What is agreed is not done yet: the days stay without cover until it is.
      tone={isReady ? (gap ? 'info' : 'good') : 'urgent'}
      heading={t(`${readiness.kind}.heading`)}
      headingLevel={3}
      actions={
        href && (
          <LinkButton href={href} variant="secondary" size="small">
            {gap === null ? t('panel.heading') : t('panel.link')}
          </LinkButton>
        )
      }
    >
      <p>
        {isReady ? t(`ready.${readiness.because}`) : t(`not-ready.${readiness.because}`)}{' '}
        {plan?.staleBecause && `${t(`plan.stale.${plan.staleBecause}`)} `}
        {gap && t('panel.gap', { count: gap.days, days: words.days(gap.from, gap.to, gap.days) })}
      </p>
    </Notice>
  )
}
