import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Link } from '@throughcare/ui/link'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { SaidList } from './said-list.tsx'

type Props = { readonly words: NonNullable<CaseView['ownWords']>; readonly episodeId: string }

/** What the person said, first on the plan. */
export async function StandingWords({ words, episodeId }: Props) {
  const t = await getTranslations('own-words')
  return (
    <Section heading={t('heading')}>
      <SaidList said={words} />
      <p>
        <Link href={paths.ownWords(episodeId)}>{t('to-all')}</Link>
      </p>
    </Section>
  )
}
