import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { FactList } from '@throughcare/ui/fact-list'
import { Link } from '@throughcare/ui/link'
import { getTranslations } from 'next-intl/server'
import { getPackWords } from '../country-pack/get-pack-words.ts'
import { paths } from '../paths.ts'

/** Whose rules the plan follows, in one line, and the way to the page that brings it to newer ones or closes it. */
export async function PlanRulesLine({ view }: { readonly view: CaseView }) {
  const [t, words] = await Promise.all([rulesWords(view), getTranslations('care-plan.rules')])
  if (t === null) return null
  const { standing, may, closing } = view
  return (
    <FactList
      facts={[
        t,
        ...(standing?.newer || may.close || closing
          ? [
              <Link key="rules" href={paths.planRules(view.episode.id)}>
                {standing?.newer ? words('newer-link') : words('link')}
              </Link>,
            ]
          : []),
      ]}
    />
  )
}

/** The rules of the plan in words; null while there is no plan. */
export async function rulesWords({ standing }: CaseView): Promise<string | null> {
  if (!standing) return null
  const [t, words] = await Promise.all([getTranslations('care-plan.rules'), getPackWords()])
  const { pack, country, isPackWritten } = standing
  const place = words.place({ code: pack?.code ?? '', country })
  return t(pack ? 'with-pack' : isPackWritten ? 'pack-in-newer' : 'without-pack', { place })
}
