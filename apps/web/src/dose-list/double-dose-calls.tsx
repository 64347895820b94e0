import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { mayHere } from '../session/may-here.ts'
import { api } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'
import { telephoneAddress } from '../words/telephone-address.ts'
import { Words } from '../words/words.tsx'
import { CallMade } from './call-made.tsx'

type Props = {
  /** Only the calls of this case. */
  readonly episodeId?: string
}

/**
 * The emergency call after two services recorded a dose for one day, at the top of both services' pages until somebody records
 * that they rang. Nothing for roles that do not dose.
 */
export async function DoubleDoseCalls({ episodeId }: Props) {
  if (!(await mayHere('dose-list.calls'))) return null
  const caller = await api()
  const [{ calls }, t, format] = await Promise.all([
    caller.doseList.calls({ episodeId: episodeId ?? null }),
    getTranslations('dose-list'),
    getFormat(),
  ])
  return (
    <Words nouns={['dose-list']}>
      {calls.map((call) => {
        const name = listedName(call)
        const whom = { name, born: call.dateOfBirth ? format.day(call.dateOfBirth) : '', number: call.number ?? '' }
        return call.made ? (
          <Notice key={call.id} tone="info" headingLevel={2} heading={t('double.made-heading', { name })}>
            <p>
              {t('double.made', {
                name: call.made.by,
                service: call.made.service,
                at: format.instant(call.made.at, 'weekday'),
                day: format.day(call.day, 'weekday'),
              })}
            </p>
          </Notice>
        ) : (
          <Notice
            key={call.id}
            tone="urgent"
            headingLevel={2}
            heading={t('double.heading', { name })}
            actions={<CallMade episodeId={call.episodeId} callId={call.id} name={name} />}
          >
            <p>
              {t(`double.what.${call.because}`, {
                day: format.day(call.day, 'weekday'),
                services: call.services.map((service) => service.name).join(', '),
              })}{' '}
              {call.isTakenBack && `${t('double.taken-back')} `}
              {t('double.do')}
            </p>
            <ul>
              {call.services.map((service) => (
                <li key={service.id}>
                  {service.name}:{' '}
                  {service.phone ? (
                    <Link href={telephoneAddress(service.phone)}>{service.phone}</Link>
                  ) : (
                    t('double.no-phone')
                  )}
                </li>
              ))}
            </ul>
            <p>
              {t('double.whom', whom)} <Link href={paths.doses(call.episodeId)}>{t('double.open')}</Link>
            </p>
          </Notice>
        )
      })}
    </Words>
  )
}
