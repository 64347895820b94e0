import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { packOfRuleSet } from '@throughcare/domain/checklist/rule-sets'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { StatusTag } from '@throughcare/ui/status-tag'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { getTranslations } from 'next-intl/server'
import { getPackWords } from './get-pack-words.ts'
import { ItemAbout } from './item-about.tsx'

type Props = {
  readonly view: Pick<CaseView, 'plan' | 'episode' | 'prison'>
  /** The code of an item of the plan; a common one shows nothing. */
  readonly code: string
}

/**
 * What the country asks for this item: first and last day for this release, and below, folded, why, the office, the evidence
 * and what to do when it is too late. A fact that nobody has confirmed says so at once.
 */
export async function ItemFacts({ view, code }: Props) {
  const pack = view.plan && packOfRuleSet(view.plan.ruleSet)
  const item = pack?.items[code]
  if (!pack || !item) return null
  const [t, words] = await Promise.all([getTranslations('country-pack'), getPackWords()])
  const limits = words.limitDays(item, releaseDayOf(view))
  return (
    <>
      <FactList
        facts={item.mark === 'K' ? [...limits, <StatusTag tone="unknown">{t('not-confirmed')}</StatusTag>] : limits}
      />
      <Disclosure
        summary={
          <>
            {t('about')}
            <VisuallyHidden> {words.title(code)}</VisuallyHidden>
          </>
        }
      >
        <ItemAbout pack={pack} code={code} item={item} />
      </Disclosure>
    </>
  )
}

/** The day the person went out, or is expected to; in the prison's zone. Null: no date. */
function releaseDayOf({ episode, prison }: Props['view']) {
  return episode.releasedAt === null
    ? episode.releaseDate
    : plainDateIn(new Date(episode.releasedAt), getZone(prison.timeZone))
}
