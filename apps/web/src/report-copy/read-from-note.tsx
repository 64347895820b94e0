import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'

/** How old figures are that were read from a copy of the database, or why they were not. Nothing where there is no copy. */
export async function ReadFromNote({ readFrom }: { readFrom: ReadFrom }) {
  const t = await getTranslations('report-copy')
  if (readFrom.from === 'copy')
    return <Notice tone="info">{t('from-copy', { seconds: readFrom.behindSeconds })}</Notice>
  if (readFrom.because === 'no-copy') return null
  const minutes = 'behindSeconds' in readFrom ? Math.ceil(readFrom.behindSeconds / 60) : 0
  return (
    <Notice tone={readFrom.because === 'own-writes' ? 'info' : 'attention'}>{t(readFrom.because, { minutes })}</Notice>
  )
}
