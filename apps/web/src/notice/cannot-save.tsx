import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'

/** "Nothing can be saved just now": on every page while the database has no room, and nothing otherwise. */
export async function CannotSave({ now }: { readonly now: boolean }) {
  if (!now) return null
  const t = await getTranslations('notice.cannot-save')
  return (
    <Notice tone="urgent" headingLevel={2} heading={t('heading')}>
      {t('text')}
    </Notice>
  )
}
