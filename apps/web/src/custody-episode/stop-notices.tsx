import type { Inbox } from '@throughcare/api/handoff/find-inbox'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

/** Above a list of work: who died or was taken out of the country, so that nobody calls at a door. */
export async function StopNotices({ stopped }: { readonly stopped: Inbox['stopped'] }) {
  const [t, format] = await Promise.all([getTranslations('custody-episode.event'), getFormat()])
  return stopped.map((one) => (
    <Notice key={one.eventId} tone="info" heading={t(`stop.${one.kind}`, { name: listedName(one) })}>
      <p>
        {t(`since.${one.kind}`, { at: format.instant(one.at, 'weekday', one.prisonTimeZone) })}.{' '}
        {one.kind === 'died' && t(one.isConfirmed ? 'stop.confirmed' : 'stop.unconfirmed')}{' '}
        <Link href={paths.happened(one.episodeId)}>{t('stop.open')}</Link>
      </p>
    </Notice>
  ))
}
