import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { clockTimeIn, getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { CERTAINTIES, type Certainty, RELEASE_KINDS } from '@throughcare/domain/release/release-codes'
import { suggestedKind } from '@throughcare/domain/release/suggested-kind'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Link } from '@throughcare/ui/link'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { currentSession } from '../session/current-session.ts'
import { api } from '../trpc/server.ts'
import { Words } from '../words/words.tsx'
import { CancelReleaseForm } from './cancel-release-form.tsx'
import { ChangeDateEditor, TransferEditor } from './date-editors.tsx'
import { RecordReleaseEditor } from './record-release-editor.tsx'

type Props = {
  readonly episode: {
    readonly id: string
    readonly version: number
    readonly releaseDate: PlainDate | null
    readonly releaseCertainty: Certainty
  }
  /** When the page was read, by the server's clock: ISO 8601. */
  readonly now: string
  /** IANA zone of the prison. */
  readonly zone: string
  readonly may: { readonly changeDate: boolean; readonly recordRelease: boolean }
}

/** What may be done to a release, folded away until it is wanted: say that the person went out, or move the date. */
export async function ReleaseDeeds({ episode, now, zone, may }: Props) {
  if (!may.changeDate && !may.recordRelease) return null
  const [t, events] = await Promise.all([getTranslations('release'), getTranslations('custody-episode.event')])
  const place = getZone(zone)
  const today = plainDateIn(new Date(now), place)
  const expected = { releaseDate: episode.releaseDate, certainty: episode.releaseCertainty }
  const prisons = may.changeDate ? await otherPrisons() : []
  return (
    <Words nouns={['release', 'calendar']}>
      {may.recordRelease && (
        <Disclosure summary={t('record.open')}>
          <RecordReleaseEditor
            episodeId={episode.id}
            version={episode.version}
            readAt={now}
            today={today}
            time={clockTimeIn(new Date(now), place)}
            zone={zone}
            kinds={RELEASE_KINDS.map((code) => ({ value: code, text: t(`kind.${code}`) }))}
            kind={suggestedKind(expected, today)}
          />
        </Disclosure>
      )}
      {may.changeDate && (
        <Disclosure summary={t('change.open')}>
          <ChangeDateEditor
            episodeId={episode.id}
            version={episode.version}
            releaseDate={episode.releaseDate}
            certainty={episode.releaseCertainty}
            certainties={CERTAINTIES.map((code) => ({ value: code, text: t(`certainty.${code}`) }))}
          />
        </Disclosure>
      )}
      {may.changeDate && episode.releaseDate !== null && (
        <CancelReleaseForm episodeId={episode.id} version={episode.version} />
      )}
      {may.changeDate && prisons.length > 0 && (
        <Disclosure summary={t('transfer.open')}>
          <TransferEditor episodeId={episode.id} version={episode.version} prisons={prisons} />
        </Disclosure>
      )}
      <p>
        <Link href={paths.happened(episode.id)}>{events('link')}</Link>
      </p>
    </Words>
  )
}

/** Every prison of the country but the one whose hat is worn. */
async function otherPrisons() {
  const [services, session] = await Promise.all([api().then((caller) => caller.service.list()), currentSession()])
  const own = services.find(({ id }) => id === session?.hat?.serviceId)
  return services
    .filter(({ id, kind, country }) => kind === 'prison-health' && id !== own?.id && country === own?.country)
    .map(({ id, name }) => ({ value: id, text: name }))
}
