'use client'

import type { DoseListRow } from '@throughcare/api/dose-list/dose-list-row'
import { UNDO_SECONDS } from '@throughcare/domain/dose-list/undo-window'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'

/**
 * "Given today" of one row: the first press asks whether it is this person, the second one records, and for ten seconds it
 * can be taken back. One press is one request; the list is not loaded again for it.
 */
export function useGivenPress(row: DoseListRow, name: string, say: (words: string) => void) {
  const t = useTranslations('dose-list')
  const trpc = useTRPC()
  const [isArmed, setArmed] = useState(false)
  const [given, setGiven] = useState<{ doseId: string; version: number } | null>(null)
  const [backVersion, setBackVersion] = useState(0)
  const give = useDeed(trpc.doseList.give.mutationOptions(), {
    refresh: false,
    onDone: ({ doseId, version }) => {
      setGiven({ doseId, version })
      setArmed(false)
      say(t('said.given', { name }))
    },
  })
  const undo = useDeed(trpc.doseList.undo.mutationOptions(), {
    onDone: ({ version }) => {
      setGiven(null)
      setBackVersion(version)
      say(t('said.taken-back', { name }))
    },
  })
  const version = Math.max(row.treatment.version, given?.version ?? 0, backVersion)
  // A row that was loaded before the press was taken back still says "recorded".
  const isStale = row.treatment.version < backVersion
  const target = { episodeId: row.episodeId, seenVersion: version }
  return {
    version,
    isArmed,
    /** This page has just recorded it. */
    isGiven: given !== null,
    quickBlock: isStale && row.quickBlock === 'already-recorded' ? null : row.quickBlock,
    secondsLeft: useSecondsLeft(given?.doseId ?? null, UNDO_SECONDS),
    pending: give.pending || undo.pending,
    refusal: undo.error ? undo : give,
    press: () => {
      if (given !== null) return
      if (isArmed) return give.press({ ...target, treatmentId: row.treatment.id })
      setArmed(true)
      say(t('said.armed', { name }))
    },
    disarm: () => setArmed(false),
    takeBack: () => {
      if (given) undo.press({ ...target, doseId: given.doseId, reason: t('undo-reason') })
    },
  }
}

export type GivenPress = ReturnType<typeof useGivenPress>
