'use client'

import type { FactView } from '@throughcare/api/care-plan/case-view'
import type { PlanGrowth } from '@throughcare/api/care-plan/grow-plan'
import type { FactCode, FactState } from '@throughcare/domain/care-plan/fact-codes'
import { useEffect, useRef, useState } from 'react'
import { type Deed, useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

/** An answer as it stands on the screen. State null: not answered; the value is '' unless known. */
export type Draft = { state: FactState | null; value: string }

/** How long somebody may stop typing before it is saved. Leaving the field saves at once. */
const PAUSE_MS = 900

export type FactSaving = {
  draft: Draft
  /** Answers. `now`: a choice, saved at once; otherwise after a pause in typing. */
  answer: (draft: Draft, now?: boolean) => void
  /** Saves what was typed without waiting. */
  leave: () => void
  /** Why the answer cannot be saved as it is: a key of the words; null while it can. */
  fault: string | null
  saved: 'nothing' | 'not-yet' | 'saving' | 'saved'
  /** What the last answer did to the plan. */
  growth: PlanGrowth | null
  deed: Pick<Deed<never>, 'error' | 'attempt'>
  /** Takes over what somebody else stored meanwhile. */
  load: () => void
  retry: () => void
}

/** Saves one answer as it is typed, one press after the other, each over the version that the last one left. */
export function useFactSaving(
  episodeId: string,
  fact: Pick<FactView, 'code' | 'state' | 'value' | 'version'>,
  onSaved: (code: FactCode, state: FactState) => void,
): FactSaving {
  const stored: Draft = { state: fact.state, value: fact.state === 'known' ? (fact.value ?? '') : '' }
  const [draft, setDraft] = useState(stored)
  const [last, setLast] = useState({ ...stored, version: fact.version })
  const [due, setDue] = useState<'now' | 'after-a-pause' | null>(null)
  const [growth, setGrowth] = useState<PlanGrowth | null>(null)
  const sent = useRef(draft)
  const faultOf = useFaultOf(due !== null)
  const trpc = useTRPC()
  const deed = useDeed(trpc.carePlan.recordFact.mutationOptions(), {
    refresh: false,
    onDone: (answer) => {
      setLast({ ...sent.current, version: answer.version })
      setGrowth(answer.growth)
      if (sent.current.state) onSaved(fact.code, sent.current.state)
    },
  })

  const isChanged = draft.state !== last.state || draft.value !== last.value
  const fault = draft.state === 'known' ? (faultOf?.(fact.code, draft.value.trim()) ?? null) : null
  const maySave = isChanged && draft.state !== null && fault === null && !deed.pending

  function save() {
    if (!maySave || draft.state === null) return
    sent.current = draft
    setDue(null)
    deed.press({
      episodeId,
      seenVersion: last.version,
      code: fact.code,
      state: draft.state,
      value: draft.state === 'known' ? draft.value.trim() : null,
    })
  }

  useEffect(() => {
    if (due === null || !maySave) return
    if (due === 'now') return save()
    const timer = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [due, maySave, draft])

  return {
    draft,
    answer: (next, now = false) => {
      setDraft(next)
      setDue(now ? 'now' : 'after-a-pause')
    },
    leave: () => {
      if (maySave) setDue('now')
    },
    fault: due === null || draft.value === '' ? null : fault && `care-plan.value.${fault}`,
    saved: deed.pending ? 'saving' : isChanged ? 'not-yet' : last.version === fact.version ? 'nothing' : 'saved',
    growth,
    deed,
    load: () => {
      const current = deed.error?.details.current as { state: FactState; value: string | null; version: number } | null
      if (!current) return
      const taken: Draft = { state: current.state, value: current.state === 'known' ? (current.value ?? '') : '' }
      setDraft(taken)
      setLast({ ...taken, version: current.version })
      deed.reload()
    },
    retry: save,
  }
}

type FaultOf = typeof import('@throughcare/domain/care-plan/fact-value').factValueFault

/** What is wrong with an answer, as the server will say it; loaded with the first answer, because it brings the schemas. */
function useFaultOf(isWanted: boolean): FaultOf | null {
  const [rule, setRule] = useState<{ faultOf: FaultOf } | null>(null)
  useEffect(() => {
    if (!isWanted) return
    import('@throughcare/domain/care-plan/fact-value').then(
      (file) => setRule({ faultOf: file.factValueFault }),
      // Without it the server's answer tells.
      () => undefined,
    )
  }, [isWanted])
  return rule?.faultOf ?? null
}
