import type { PartnerView } from '@throughcare/api/partner/get-partner'
import { Link } from '@throughcare/ui/link'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

/** What stands around a link on this side: referral, kits for the home, who takes two, and who turned two away. */
export async function Around({ view, maySend }: { readonly view: PartnerView; readonly maySend: boolean }) {
  const [t, status, format] = await Promise.all([
    getTranslations('partner.around'),
    getTranslations('handoff.status'),
    getFormat(),
  ])
  const { referrals, householdKits, takers, refusals } = view.around
  return (
    <SummaryList
      rows={[
        {
          key: 'referrals',
          label: t('referrals'),
          value: (
            <>
              {referrals.length === 0 && <p>{t('no-referral')}</p>}
              {referrals.map(({ handoffId, receivingName, status: now }) => (
                <p key={handoffId}>
                  <Link href={paths.handoff(handoffId)}>{receivingName}</Link>: {status(now)}
                </p>
              ))}
              {maySend && <Link href={paths.handOver(view.episodeId)}>{t('refer')}</Link>}
            </>
          ),
        },
        ...(householdKits === null
          ? []
          : [{ key: 'kits', label: t('kits'), value: t('kits-count', { count: householdKits }) }]),
        {
          key: 'takers',
          label: t('takers'),
          value:
            takers.length === 0
              ? t('no-takers')
              : takers.map(({ serviceId, name, couples, askedOn }) => (
                  <p key={serviceId}>{t('taker', { name, couples, day: format.day(askedOn) })}</p>
                )),
        },
        {
          key: 'refusals',
          label: t('refusals'),
          value: (
            <>
              {refusals.length === 0 && <p>{t('no-refusals')}</p>}
              {refusals.map(({ serviceName, since }, place) => (
                <p key={place}>{t('refusal', { name: serviceName ?? '', day: since ? format.day(since) : '' })}</p>
              ))}
              <Link href={paths.barriers(view.episodeId)}>{t('write-refusal')}</Link>
            </>
          ),
        },
      ]}
    />
  )
}
