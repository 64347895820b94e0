import { LinkButton } from '@throughcare/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { mayHere } from '../session/may-here.ts'

/** The way to the going-to-court sheet, for whoever ticks it. */
export async function CourtSheetLink() {
  if (!(await mayHere('court-day.tick'))) return null
  const t = await getTranslations('court-day')
  return (
    <LinkButton href={paths.courtSheet()} icon="gate" variant="secondary">
      {t('page.open')}
    </LinkButton>
  )
}
