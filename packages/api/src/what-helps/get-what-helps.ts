import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findRounds, type StoredRound } from '@throughcare/db/what-helps/what-helps-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { WhatHelpsOfCaseInput } from '@throughcare/domain/what-helps/record-what-helps-input'
import type { Setting } from '@throughcare/domain/what-helps/what-helps-codes'
import { getPart, mayOn } from '../care-plan/get-part.ts'
import { getRelease } from '../outcome/get-release.ts'

export type WhatHelpsView = {
  episodeId: string
  /** The newest first. */
  rounds: StoredRound[]
  /** The last round inside and the last outside, to stand side by side; null where nobody asked there. */
  sideBySide: Record<Setting, StoredRound | null>
  /** Where the person is now, and so where the next round is asked. */
  setting: Setting
  today: PlainDate
  may: { record: boolean }
}

/**
 * What helps and what pulls, in rounds.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getWhatHelps(actor: Actor, { episodeId }: WhatHelpsOfCaseInput): Promise<WhatHelpsView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'what-helps.by-episode', 'health')
    const { release, clock } = await getRelease(deed, episodeId)
    const rounds = await findRounds(deed, episodeId)
    await recordAudit(deed, { action: 'what-helps.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    const lastIn = (setting: Setting) => rounds.find((round) => round.setting === setting) ?? null
    return {
      episodeId,
      rounds,
      sideBySide: { 'in-custody': lastIn('in-custody'), outside: lastIn('outside') },
      setting: settingOf(clock.kind),
      today: plainDateIn(deed.now, getZone(release.prisonTimeZone)),
      may: { record: mayOn(actor, 'what-helps.record', part) },
    }
  })
}

/** Where somebody is asked: outside from the release on, or once a service had them before it. */
export function settingOf(clockKind: string): Setting {
  return clockKind === 'out' || clockKind === 'out-no-later-than' ? 'outside' : 'in-custody'
}
