import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findSides, type StoredSide } from '@throughcare/db/partner/side-repository'
import {
  type AroundLink,
  findAroundLink,
  findPartnerTimes,
  findShownLink,
  type PartnerTime,
} from '@throughcare/db/partner/together-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { nextRunAt } from '@throughcare/domain/partner/ordinary-run'
import { shownCode } from '@throughcare/domain/partner/partner-code'
import type { LinkState } from '@throughcare/domain/partner/partner-codes'
import type { PartnerOfCaseInput } from '@throughcare/domain/partner/partner-inputs'
import { isStanding, lapsesAfter, NOT_ASKED, type PartnerSide } from '@throughcare/domain/partner/partner-link'
import { type StartDays, startDays } from '@throughcare/domain/partner/start-days'
import { getPart, mayOn } from '../care-plan/get-part.ts'

/** One side of a link: what this person said, and the little that both agreed to see. */
export type PartnerView = {
  episodeId: string
  /** Null while nothing was recorded. */
  version: number | null
  side: PartnerSide & { askedBy: string | null; lapsesAfter: PlainDate | null; hasLapsed: boolean }
  named: { way: StoredSide['namedWay']; initials: string | null; on: PlainDate | null } | null
  /** A code that still holds. */
  code: { code: string; until: PlainDate } | null
  link: LinkState
  starts: StartDays
  times: PartnerTime[]
  around: AroundLink
  history: Pick<StoredSide, 'version' | 'answer' | 'askedOn' | 'isBlocked' | 'leaving' | 'recordedAt' | 'recordedBy'>[]
  /** When anything can next cross. */
  nextRunAt: string
  today: PlainDate
  may: { record: boolean }
}

/**
 * The partner page of one case. All of it is of this person, but for what the last daily run left here.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getPartner(actor: Actor, { episodeId }: PartnerOfCaseInput): Promise<PartnerView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'partner.by-episode', 'partner')
    const history = await findSides(deed, episodeId)
    const shown = await findShownLink(deed, episodeId)
    const times = await findPartnerTimes(deed, episodeId)
    const around = await findAroundLink(deed, episodeId)
    await recordAudit(deed, { action: 'partner.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const [last] = history
    const side = sideOf(last)
    const link = linkOf(side, shown !== null, today)
    const isOpen = link === 'active'
    return {
      episodeId,
      version: last?.version ?? null,
      side: {
        ...side,
        askedBy: last?.askedBy ?? null,
        lapsesAfter: lapsesAfter(side),
        hasLapsed: side.answer === 'yes' && !isStanding({ ...side, isBlocked: false }, today),
      },
      named: last?.namedWay ? { way: last.namedWay, initials: last.namedInitials, on: last.namedOn } : null,
      code:
        last?.code && last.codeUntil && last.codeUntil >= today
          ? { code: shownCode(last.code), until: last.codeUntil }
          : null,
      link,
      starts: startDays(last?.startsOn ?? null, isOpen ? (shown?.otherStartsOn ?? null) : null),
      times,
      around,
      history: history
        .filter(({ answer }) => answer !== 'not-asked')
        .map(({ version, answer, askedOn, isBlocked, leaving, recordedAt, recordedBy }) => {
          return { version, answer, askedOn, isBlocked, leaving, recordedAt, recordedBy }
        }),
      nextRunAt: nextRunAt(deed.now).toISOString(),
      today,
      may: { record: mayOn(actor, 'partner.record-answer', part) },
    }
  })
}

/** The rule's side of a stored statement. */
export function sideOf(stored: StoredSide | undefined): PartnerSide {
  if (!stored) return NOT_ASKED
  const { answer, askedOn, yesOn, isBlocked, leaving } = stored
  return { answer, askedOn, yesOn, isBlocked, leaving }
}

/** What a viewer of this side is told: the run's word, and this person's own no at once. */
export function linkOf(side: PartnerSide, isShown: boolean, today: PlainDate): LinkState {
  return isShown && isStanding(side, today) ? 'active' : 'not-available'
}
