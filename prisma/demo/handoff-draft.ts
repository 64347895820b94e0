import { SYSTEM_ACCOUNT_ID } from '@throughcare/db/actor'
import type { Area } from '@throughcare/domain/checklist/areas'
import { expectedReleaseAt } from '@throughcare/domain/checklist/due-at'
import { NOTHING_SAID } from '@throughcare/domain/consent/decide-sharing'
import { accountableService } from '@throughcare/domain/handoff/accountable'
import { decideDeadline } from '@throughcare/domain/handoff/handoff-deadline'
import { decideHandoffKind } from '@throughcare/domain/handoff/handoff-kind'
import { foldMoves, HANDOFF_MOVES, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffOutcome } from '@throughcare/domain/handoff/handoff-outcomes'
import type { HandoffKind, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { whatTravels } from '@throughcare/domain/handoff/what-travels'
import type { DemoCase } from './demo-case.ts'
import { earlier, hoursAfter } from './moments.ts'
import type { StageService } from './stage.ts'

type Step = { move: HandoffMove; at: Date; byAccount: string; reason: string | null }

/** A handoff while its story is told: the moves so far. The row is written when no more come. */
export type HandoffDraft = {
  id: string
  area: Area
  kind: HandoffKind
  service: StageService
  dueAt: Date
  steps: Step[]
  attempt: number
  previousId: string | null
  /** Opened by a time-out, to a service that had agreed beforehand. */
  isFallback: boolean
}

/** A handoff on its way, due as the domain's rule says. */
export function sendTo(
  one: DemoCase,
  to: { area: Area; service: StageService; at: Date; bySystem?: boolean },
  after: HandoffDraft | null = null,
): HandoffDraft {
  const { chance, prison, stage, shape } = one
  const releasedAt = one.releasedAt && one.releasedAt <= to.at ? one.releasedAt : null
  const expectedAt = one.releaseDate && expectedReleaseAt(one.releaseDate, prison.zone)
  const kind = decideHandoffKind({ expectedAt, releasedAt }, to.at)
  const { dueAt } = decideDeadline({
    kind,
    sentAt: to.at,
    now: to.at,
    expectedReleaseAt: expectedAt,
    releasedAt,
    receiver: to.service.hours,
    previousDueAt: null,
  })
  const toldOut = shape.release && shape.release.recordedAt < stage.now ? hoursAfter(shape.release.recordedAt, 4) : null
  const byAccount = to.bySystem ? SYSTEM_ACCOUNT_ID : chance.pick(prison.staff)
  return {
    id: chance.id(to.at),
    area: to.area,
    kind,
    service: to.service,
    dueAt: toldOut && toldOut > to.at ? earlier(dueAt, toldOut) : dueAt,
    steps: [{ move: 'send', at: to.at, byAccount, reason: null }],
    attempt: after ? after.attempt + 1 : 1,
    previousId: after?.id ?? null,
    isFallback: to.bySystem === true,
  }
}

/** One more move, if it can follow the last one and lies in the past of the demo. */
export function move(
  one: DemoCase,
  draft: HandoffDraft,
  step: HandoffMove,
  at: Date,
  reason: string | null = null,
): boolean {
  const last = draft.steps.at(-1)
  const by = HANDOFF_MOVES[step].by
  if (!last || at >= one.stage.now || at <= last.at || !canFollow(draft, step)) return false
  const worker = draft.steps.find(({ move: each }) => each === 'accept' || each === 'acknowledge')?.byAccount
  const byAccount =
    by === 'system'
      ? SYSTEM_ACCOUNT_ID
      : by === 'sending'
        ? one.chance.pick(one.prison.staff)
        : (worker ?? one.chance.pick(draft.service.staff))
  draft.steps.push({ move: step, at, byAccount, reason })
  return true
}

/** The status to which the moves come. */
export function statusOf(draft: HandoffDraft): HandoffStatus {
  const status = foldMoves(draft.steps.map((step) => step.move))
  if (status === null) throw new Error(`impossible moves: ${draft.steps.map((step) => step.move).join(' ')}`)
  return status
}

/** Since when the service has it; null when it has not said so, or has it no more. */
export function heldSince(draft: HandoffDraft): Date | null {
  const isHeld = ['acknowledged', 'accepted', 'in-progress', 'done'].includes(statusOf(draft))
  return isHeld ? (acknowledgement(draft)?.at ?? null) : null
}

/** Writes the handoffs of a case with all their moves; those sent in the same minute are one set. */
export function recordHandoffs(one: DemoCase, drafts: readonly HandoffDraft[]): void {
  const sets = new Map<number, string>()
  for (const draft of drafts) {
    const [sent] = draft.steps
    if (!sent) throw new Error('a handoff that was never sent')
    const sendSetId = sets.get(sent.at.getTime()) ?? one.chance.id(sent.at)
    if (!sets.has(sent.at.getTime())) {
      sets.set(sent.at.getTime(), sendSetId)
      const { episodeId, prison, rows } = one
      rows.sendSet.push({
        id: sendSetId,
        episodeId,
        sendingServiceId: prison.id,
        sentAt: sent.at,
        sentBy: sent.byAccount,
      })
    }
    recordHandoff(one, draft, sent.at, sendSetId)
  }
}

function recordHandoff(one: DemoCase, draft: HandoffDraft, sentAt: Date, sendSetId: string): void {
  const { rows, episodeId, personId, prison, chance } = one
  const status = statusOf(draft)
  const acknowledged = acknowledgement(draft)
  const accepted = draft.steps.find((step) => step.move === 'accept')
  rows.handoff.push({
    id: draft.id,
    episodeId,
    personId,
    sendSetId,
    area: draft.area,
    kind: draft.kind,
    sendingServiceId: prison.id,
    receivingServiceId: draft.service.id,
    accountableServiceId: accountableService({
      status,
      sendingServiceId: prison.id,
      receivingServiceId: draft.service.id,
      isFallbackSuccessor: draft.isFallback,
    }),
    status,
    outcome: status === 'done' ? whatCame(one) : null,
    carries: [
      ...whatTravels(
        draft.area,
        { ...NOTHING_SAID, recipient: { serviceId: draft.service.id, kind: draft.service.kind } },
        sentAt,
      ).carries,
    ],
    dueAt: draft.dueAt,
    sentAt,
    acknowledgedAt: acknowledged?.at ?? null,
    acknowledgedBy: acknowledged?.byAccount ?? null,
    acceptedAt: accepted?.at ?? null,
    workerId: accepted?.byAccount ?? null,
    rejectedReason: draft.steps.find((step) => step.move === 'reject')?.reason ?? null,
    attempt: draft.attempt,
    previousId: draft.previousId,
    version: draft.steps.length - 1,
  })
  let from: HandoffStatus = 'draft'
  for (const step of draft.steps) {
    const { to, by } = HANDOFF_MOVES[step.move]
    rows.handoffMove.push({
      id: chance.id(step.at),
      handoffId: draft.id,
      episodeId,
      area: draft.area,
      move: step.move,
      fromStatus: from,
      toStatus: to,
      byAccount: step.byAccount,
      byServiceId: by === 'receiving' ? draft.service.id : prison.id,
      at: step.at,
      reason: step.reason,
      requestId: chance.id(step.at),
    })
    from = to
  }
}

/** Mostly what was planned. */
function whatCame({ chance, backInsideOn }: DemoCase): HandoffOutcome {
  if (backInsideOn) return 'back-inside'
  return chance.weighted({ 'as-planned': 78, 'in-part': 10, 'handed-on': 6, 'person-declined': 3, 'never-reached': 3 })
}

/** Accepting what is only sent acknowledges it too. */
function acknowledgement(draft: HandoffDraft): Step | undefined {
  return draft.steps.find(({ move: each }) => each === 'acknowledge' || each === 'accept')
}

function canFollow(draft: HandoffDraft, step: HandoffMove): boolean {
  return (HANDOFF_MOVES[step].from as readonly HandoffStatus[]).includes(statusOf(draft))
}
