import { LinkButton } from '@throughcare/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { mayHere } from '../session/may-here.ts'

/** The way to the day's doses, for whoever gives them. */
export async function DoseListLink() {
  if (!(await mayHere('dose-list.today'))) return null
  const t = await getTranslations('dose-list')
  return (
    <LinkButton href={paths.doseList()} variant="secondary">
      {t('page.heading')}
    </LinkButton>
  )
}
