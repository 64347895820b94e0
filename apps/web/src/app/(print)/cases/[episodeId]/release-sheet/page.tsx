import { LinkButton } from '@throughcare/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { readCase, readMedication } from '../../../../../care-plan/read-case.ts'
import { paths } from '../../../../../paths.ts'
import { PrintButton } from '../../../../../release/print-button.tsx'
import styles from '../../../../../release/release-sheet.module.css'
import { SheetWho } from '../../../../../release/sheet-who.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('release', 'sheet.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/**
 * One page for the person's pocket: where to be first, where the pharmacy or clinic is, who helps. It names no medicine, no
 * prison and no reason, because others will read it; what is missing is said loudest.
 */
export default async function ReleaseSheetPage({ params }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  const caller = await api()
  const standing = await orNotFound(caller.release.standing({ episodeId }))
  const medication = await readMedication(episodeId)
  const [t, format] = await Promise.all([getTranslations('release'), getFormat()])
  const { person } = view
  const point = medication?.dosingPoint ?? null
  const first = medication?.nextAppointment ?? null
  const firstAt =
    first && (first.at ? format.instant(first.at, 'weekday', first.timeZone) : format.day(first.day, 'long'))
  const last = medication?.lastDose ?? null
  const lastAt =
    last && (last.givenAt ? format.instant(last.givenAt, 'weekday', standing.timeZone) : format.day(last.toDay, 'long'))
  const phone = numberToRing() ?? t('sheet.no-number')
  return (
    <main className={styles.sheet}>
      <p className={styles.deeds}>
        <PrintButton text={t('sheet.print')} />{' '}
        <LinkButton href={paths.released(episodeId)} variant="secondary" icon="back">
          {t('out.title')}
        </LinkButton>
      </p>
      <h1>{t('sheet.heading')}</h1>
      <p>{t('sheet.for', { name: [person.givenNames, person.familyName].filter(Boolean).join(' ') })}</p>

      <h2>{t('sheet.first.heading')}</h2>
      {firstAt ? (
        <p className={styles.place}>{t('sheet.first.at', { at: firstAt, place: first?.place ?? '' })}</p>
      ) : (
        <p className={styles.missing}>{t('sheet.first.missing', { phone })}</p>
      )}

      {medication?.treatment && (
        <>
          <h2>{t('sheet.point.heading')}</h2>
          {point ? (
            <>
              <p className={styles.place}>{[point.name, point.address, point.phone].filter(Boolean).join(', ')}</p>
              <p>{openingWords()}</p>
            </>
          ) : (
            <p className={styles.missing}>{t('sheet.point.missing', { phone })}</p>
          )}
          <p>{lastAt ? t('sheet.last', { at: lastAt }) : t('sheet.last-unknown')}</p>
        </>
      )}

      <h2>{t('sheet.who.heading')}</h2>
      <SheetWho areas={standing.areas} phone={phone} />
      <p>{t('sheet.made', { at: format.instant(standing.now, 'weekday', standing.timeZone) })}</p>
    </main>
  )

  function openingWords(): string {
    const { dosing } = standing
    if (!dosing?.at || !point) return t('sheet.point.next-unknown')
    return dosing.kind === 'open'
      ? t('sheet.point.now', { at: format.instant(dosing.at, 'time', point.timeZone) })
      : t('sheet.point.next', { at: format.instant(dosing.at, 'weekday', point.timeZone) })
  }

  /** Whoever takes over the treatment is rung first; otherwise anybody who was asked. */
  function numberToRing(): string | null {
    const asked = standing.areas.toSorted((one, other) => Number(other.area === 'omt') - Number(one.area === 'omt'))
    const service = asked.find((one) => one.service?.dutyContactPhone ?? one.service?.phone)?.service
    return service?.dutyContactPhone ?? service?.phone ?? null
  }
}
