import type { SharingNotesView } from '@throughcare/api/sharing-note/get-sharing-notes'
import { Card } from '@throughcare/ui/card'
import { Stack } from '@throughcare/ui/layout'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { TakeBack } from './take-back.tsx'

type Props = {
  readonly episodeId: string
  readonly note: SharingNotesView['notes'][number]
  readonly mayTakeBack: boolean
}

/** One thing that was said, what was wanted, and who wrote it down; or that it was taken back. */
export async function NoteCard({ episodeId, note, mayTakeBack }: Props) {
  const [t, format] = await Promise.all([getTranslations('sharing-note'), getFormat()])
  const { said, toldOn, takenBackAt, serviceName, recordedBy, recordedAt, id, version } = note
  if (!said) return <Card>{t('taken-back', { when: takenBackAt ? format.instant(takenBackAt) : '' })}</Card>
  return (
    <Card>
      <Stack gap="small">
        <h3>{t('said', { kind: t(`what.${said.kind}`), day: format.day(toldOn) })}</h3>
        {said.words && <p dir="auto">{said.words}</p>}
        <p>{said.wants.length > 0 ? said.wants.map((offer) => t(`offer.${offer}`)).join(' · ') : t('wants-none')}</p>
        <small>{t('by', { service: serviceName, name: recordedBy ?? '', when: format.instant(recordedAt) })}</small>
        {mayTakeBack && <TakeBack episodeId={episodeId} noteId={id} seenVersion={version} />}
      </Stack>
    </Card>
  )
}
