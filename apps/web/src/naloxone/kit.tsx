import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { refresherDueOn } from '@throughcare/domain/naloxone/kit-alerts'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Prose, Stack } from '@throughcare/ui/layout'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'
import { typedMoment } from '../words/local-moment.ts'
import { KitAlerts } from './kit-alerts.tsx'
import { KitEditor } from './kit-editor.tsx'

type Props = {
  readonly view: Pick<CaseView, 'kits' | 'kitAlerts' | 'now' | 'may' | 'episode'>
  readonly episodeId: string
}

type KitView = CaseView['kits'][number]

const UNKNOWN = { day: '', time: '' }
const IN_NO_HAND: readonly KitView['state'][] = ['in-property', 'left-in-prison', 'declined', 'not-known']

/** Every kit of the case in words, what must be told about them, and the form. Needs the words of `naloxone`. */
export async function Kit({ view, episodeId }: Props) {
  const [t, format, reader] = await Promise.all([getTranslations('naloxone'), getFormat(), currentReader()])
  const { kits, kitAlerts, now, may, episode } = view
  const present = typedMoment(now, reader.timeZone)
  const momentOf = (at: string | null) => (at ? typedMoment(at, reader.timeZone) : present)
  const nameOf = (kit: KitView) =>
    t('name', { number: kits.length - kits.indexOf(kit), holder: t(`holder.${kit.holder}`) })
  const isReplaced = (kit: KitView) => kits.some(({ replacesId }) => replacesId === kit.id)
  return (
    <Stack gap="small">
      <KitAlerts alerts={kitAlerts} />
      {kits.length === 0 ? (
        <FactList facts={[t('none')]} />
      ) : (
        <SummaryList
          compact
          rows={kits.map((kit) => ({ key: kit.id, label: nameOf(kit), value: <FactList facts={factsOf(kit)} /> }))}
        />
      )}
      {may.recordKit && (
        <Disclosure summary={kits.length > 0 ? t('change') : t('record')}>
          <KitEditor
            episodeId={episodeId}
            moments={{ handed: present, gone: present }}
            kits={kits.map((kit) => ({
              kit,
              name: `${nameOf(kit)}: ${t(`state.${kit.state}`)}`,
              moments: {
                // A kit that is out of the prison without a time was handed over at a time that nobody knows.
                handed: kit.handedAt || IN_NO_HAND.includes(kit.state) ? momentOf(kit.handedAt) : UNKNOWN,
                gone: momentOf(kit.goneAt),
              },
              mayBeReplaced:
                !isReplaced(kit) &&
                (kit.state === 'used' ||
                  kit.state === 'lost' ||
                  kit.state === 'left-in-prison' ||
                  (kit.state === 'in-property' && episode.releasedAt !== null)),
            }))}
          />
          <Prose>
            <p>{t('definition')}</p>
          </Prose>
        </Disclosure>
      )}
    </Stack>
  )

  function factsOf(kit: KitView): string[] {
    const replaced = kits.find(({ id }) => id === kit.replacesId)
    return [
      t(`state.${kit.state}`),
      ...(kit.isCarried ? [t('came-along')] : []),
      ...(kit.handedAt ? [t('handed', { when: format.instant(kit.handedAt, 'weekday') })] : []),
      ...(kit.goneAt
        ? [t(kit.state === 'lost' ? 'lost' : 'used', { when: format.instant(kit.goneAt, 'weekday') })]
        : []),
      ...(kit.usedOutcome ? [t(`used-outcome.${kit.usedOutcome}`)] : []),
      ...(kit.dosesUsed ? [t('doses-used', { doses: kit.dosesUsed })] : []),
      ...(isReplaced(kit) ? [t('replaced')] : []),
      ...(replaced ? [t('replaces', { name: nameOf(replaced) })] : []),
      ...[kit.product, kit.lot].filter((part) => part !== null),
      ...(kit.expiresOn ? [t('expires', { day: format.day(kit.expiresOn) })] : []),
      ...(kit.trainedOn
        ? [t('trained-on', { day: format.day(kit.trainedOn), again: format.day(refresherDueOn(kit.trainedOn)) })]
        : []),
    ]
  }
}
