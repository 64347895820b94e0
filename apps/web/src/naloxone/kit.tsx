import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'
import { typedMoment } from '../words/local-moment.ts'
import { KitForm } from './kit-form.tsx'

type Props = {
  readonly view: Pick<CaseView, 'kit' | 'kits' | 'now' | 'may'>
  readonly episodeId: string
}

/** The kit last recorded, in words, and the form that records or changes it. Needs the words of `naloxone`. */
export async function Kit({ view, episodeId }: Props) {
  const [t, format, reader] = await Promise.all([getTranslations('naloxone'), getFormat(), currentReader()])
  const { kit } = view
  const facts = kit
    ? [
        t(`state.${kit.state}`),
        ...(kit.handedAt ? [t('handed', { when: format.instant(kit.handedAt, 'weekday') })] : []),
        ...[kit.product, kit.lot].filter((part) => part !== null),
        ...(kit.expiresOn ? [t('expires', { day: format.day(kit.expiresOn) })] : []),
      ]
    : [t('none')]
  return (
    <Stack gap="small">
      <FactList facts={facts} />
      {view.may.recordKit && (
        <Disclosure summary={kit ? t('change') : t('record')}>
          <KitForm
            key={kit?.id ?? 'new'}
            episodeId={episodeId}
            kit={kit}
            kits={view.kits}
            handed={typedMoment(kit?.handedAt ?? view.now, reader.timeZone)}
          />
        </Disclosure>
      )}
    </Stack>
  )
}
