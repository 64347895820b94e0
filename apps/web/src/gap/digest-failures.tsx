import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { mayHere } from '../session/may-here.ts'
import { api } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'
import { Words } from '../words/words.tsx'
import { RetryDigests } from './retry-digests.tsx'

/** Digests that the mail server did not take, for administrators: which services, since when, and one press to send again. */
export async function DigestFailures() {
  if (!(await mayHere('gap.digest-failures'))) return null
  const caller = await api()
  const [failures, t, format] = await Promise.all([caller.gap.digestFailures(), getTranslations('gap'), getFormat()])
  if (failures.length === 0) return null
  return (
    <Words nouns={['gap']}>
      <Notice tone="attention" headingLevel={2} heading={t('digest.failure.heading')}>
        <p>{t('digest.failure.text')}</p>
        <ul>
          {failures.map(({ serviceId, serviceName, day, unsent, failedAt, because, mayRetry }) => (
            <li key={`${serviceId} ${day}`}>
              {t('digest.failure.line', {
                service: serviceName,
                day: format.day(day, 'weekday'),
                unsent,
                at: format.instant(failedAt, 'weekday'),
                because,
              })}{' '}
              {mayRetry ? <RetryDigests serviceId={serviceId} day={day} /> : t('digest.failure.too-late')}
            </li>
          ))}
        </ul>
      </Notice>
    </Words>
  )
}
