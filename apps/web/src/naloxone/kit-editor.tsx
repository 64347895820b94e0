'use client'

import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Stack } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { lazy, useState } from 'react'
import { OpenedPart } from '../form/opened-part.tsx'
import type { KitMoments } from './kit-typed.ts'

const KitForm = lazy(() => import('./kit-form.tsx').then(({ KitForm: form }) => ({ default: form })))

type OneKit = {
  readonly kit: CaseView['kits'][number]
  /** As it is called in the list of kits. */
  readonly name: string
  readonly moments: KitMoments
  readonly mayBeReplaced: boolean
}

type Props = {
  readonly episodeId: string
  readonly kits: readonly OneKit[]
  /** The present by the server's clock, for a new kit. */
  readonly moments: KitMoments
}

/** One form for whichever kit is chosen: the one recorded last, another one, or a new one. */
export function KitEditor({ episodeId, kits, moments }: Props) {
  const t = useTranslations('naloxone')
  const [chosen, setChosen] = useState(kits[0]?.kit.id ?? '')
  const [isSaved, setSaved] = useState(false)
  // A kit that was just recorded is chosen, and not listed before the page was read again.
  const one = kits.find(({ kit }) => kit.id === chosen) ?? null
  return (
    <Stack gap="medium">
      {kits.length > 0 && (
        <Select
          label={t('which')}
          name="which-kit"
          emptyText={t('which-new')}
          options={kits.map(({ kit, name }) => ({ value: kit.id, text: name }))}
          value={one?.kit.id ?? ''}
          onChange={(event) => {
            setChosen(event.target.value)
            setSaved(false)
          }}
        />
      )}
      <OpenedPart>
        <KitForm
          key={one?.kit.id ?? ''}
          episodeId={episodeId}
          kit={one?.kit ?? null}
          kits={kits.length}
          moments={one?.moments ?? moments}
          replaceable={kits
            .filter(
              ({ kit, mayBeReplaced }) => kit.id !== one?.kit.id && (mayBeReplaced || kit.id === one?.kit.replacesId),
            )
            .map(({ kit, name }) => ({ value: kit.id, text: name }))}
          onPress={() => setSaved(false)}
          onSaved={(kitId) => {
            setChosen(kitId)
            setSaved(true)
          }}
        />
      </OpenedPart>
      <StatusLine>{isSaved ? t('saved') : ''}</StatusLine>
    </Stack>
  )
}
