import type { AreaStanding, ReleaseStanding } from '@throughcare/api/release/get-standing'
import { Link } from '@throughcare/ui/link'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { ServicePhones } from '../handoff/service-phones.tsx'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { Words } from '../words/words.tsx'
import styles from './board-table.module.css'

/** Area by area: who has it, whether somebody is there, and who answers for it. A row each, a card each on a phone. */
export async function AreaStandings({ standing }: { readonly standing: ReleaseStanding }) {
  const [t, area, handoff, format] = await Promise.all([
    getTranslations('release'),
    getTranslations('area.name'),
    getTranslations('handoff'),
    getFormat(),
  ])
  return (
    <Words nouns={['handoff']}>
      <Table
        caption={t('out.areas')}
        hideCaption
        columns={[
          { key: 'with', header: t('out.with'), isRowHeader: true },
          { key: 'opening', header: t('out.opening') },
          { key: 'state', header: t('out.state') },
          { key: 'accountable', header: t('out.accountable') },
        ]}
        rows={standing.areas.map((one) => ({
          key: one.area,
          ...(isUrgent(one) ? { tone: 'urgent' as const } : {}),
          cells: {
            with: (
              <div className={styles.lines}>
                <strong className={styles.head}>{area(one.area)}</strong>
                <span>{one.service ? one.service.name : t('out.not-asked')}</span>
              </div>
            ),
            opening: one.service && <Opening service={one.service} />,
            state: <State one={one} />,
            accountable: one.accountable.isUs ? <strong>{t('out.us')}</strong> : one.accountable.name,
          },
        }))}
      />
    </Words>
  )

  function Opening({ service }: { readonly service: NonNullable<AreaStanding['service']> }) {
    const { opening, timeZone } = service
    const at = opening.at && format.instant(opening.at, opening.kind === 'open' ? 'time' : 'weekday', timeZone)
    const words =
      opening.kind === 'hours-unknown'
        ? t('out.hours-unknown')
        : opening.kind === 'open'
          ? t('out.open', { at: at ?? '' })
          : at
            ? t('out.closed', { at })
            : t('out.closed-unknown')
    return (
      <div className={styles.lines}>
        <StatusTag tone={opening.kind === 'open' ? 'good' : opening.kind === 'closed' ? 'attention' : 'unknown'}>
          {words}
        </StatusTag>
        <ServicePhones service={service} />
        {service.withoutMembers && <span>{t('out.rung')}</span>}
      </div>
    )
  }

  function State({ one }: { readonly one: AreaStanding }) {
    if (!one.handoff) return <StatusTag tone="urgent">{t('handoff.not-sent')}</StatusTag>
    return (
      <div className={styles.lines}>
        <Link href={paths.handoff(one.handoff.id)}>{handoff(`status.${one.handoff.status}`)}</Link>
        {one.handoff.status === 'sent' && (
          <span>{t('out.due', { at: format.instant(one.handoff.dueAt, 'weekday', standing.timeZone) })}</span>
        )}
        {one.handoff.worker && <span>{one.handoff.worker}</span>}
      </div>
    )
  }
}

/** Nobody has it, or nobody who was asked is known to be there. */
function isUrgent({ handoff, service }: AreaStanding): boolean {
  if (!handoff) return true
  return (
    ['rejected', 'returned', 'timed-out'].includes(handoff.status) ||
    (handoff.status === 'sent' && service?.opening.kind !== 'open')
  )
}
