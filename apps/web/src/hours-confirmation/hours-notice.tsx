import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { mayHere } from '../session/may-here.ts'
import { api } from '../trpc/server.ts'

/** "Dosing hours not confirmed: 6 places, 41 people", with the way to the answers; nothing when nothing waits. */
export async function HoursNotice() {
  if (!(await mayHere('hours-confirmation.list'))) return null
  const caller = await api()
  const [{ places, people }, t] = await Promise.all([
    caller.hoursConfirmation.list(),
    getTranslations('hours-confirmation'),
  ])
  if (places === 0) return null
  return (
    <Notice
      tone="attention"
      heading={people === null ? t('summary.without-people', { places }) : t('summary.some', { places, people })}
    >
      <Link href={paths.hoursToConfirm()}>{t('summary.link')}</Link>
    </Notice>
  )
}
