import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** "Messages delayed since …": on every page while the worker is away or cannot keep up, and nothing otherwise. */
export async function MessagesDelayed({ since }: { readonly since: Date | null }) {
  if (since === null) return null
  const [t, format] = await Promise.all([getTranslations('notice.delayed'), getFormat()])
  return (
    <Notice tone="attention" headingLevel={2} heading={t('heading', { since: format.instant(since, 'weekday') })}>
      {t('text')}
    </Notice>
  )
}
