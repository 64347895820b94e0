import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '../../packages/db/src/uuid.ts'
import type { Acknowledged, Journal } from './journal.ts'

/** What all clients share with whoever kills: how much is under way, and how much was answered. */
export type Traffic = { inFlight: number; answered: number; retries: number; refusals: string[]; brokenAnswers: number }

export type Place = {
  origin: string
  receivingServiceId: string
  nurse: string
  worker: string
  traffic: Traffic
  journal: Journal
}
export type CaseToSend = { episodeId: string; planVersion: number }

/** No answer within this time counts as lost: the same press is sent again. */
const ANSWER_MS = 15_000
const AGAIN_MS = 150
/** Answers after which the same press may work: the database or the process was away. */
const TRY_AGAIN = [500, 502, 503, 504]

/** What is answered to a handoff, by turns: most are taken. */
const ENDS = ['accept', 'accept', 'accept', 'acknowledge', 'reject'] as const

/** Sends, acknowledges, accepts or rejects one handoff after the other, each press until it was answered. */
export async function runClient(place: Place, cases: readonly CaseToSend[]): Promise<void> {
  for (const [index, { episodeId, planVersion }] of cases.entries()) {
    const sent = await press<{ handoffs: { handoffId: string }[] }>(place, place.nurse, 'handoff.send', {
      episodeId,
      seenVersion: planVersion,
      handoffs: [{ area: 'omt', receivingServiceId: place.receivingServiceId }],
    })
    const handoffId = sent?.answer.handoffs[0]?.handoffId
    if (!sent || !handoffId) continue
    note(place, 'send', sent, handoffId, episodeId)
    const read = await ask<{ version: number }>(place, place.worker, 'handoff.byId', { handoffId })
    if (!read) continue
    const end = ENDS[index % ENDS.length] ?? 'accept'
    if (end === 'reject') {
      const refusal = { handoffId, seenVersion: read.answer.version, reason: 'no-capacity', words: null }
      note(place, 'reject', await press(place, place.worker, 'handoff.reject', refusal), handoffId, episodeId)
      continue
    }
    const seen = { handoffId, seenVersion: read.answer.version }
    const acknowledged = await press<{ version: number }>(place, place.worker, 'handoff.acknowledge', seen)
    note(place, 'acknowledge', acknowledged, handoffId, episodeId)
    if (end !== 'accept' || !acknowledged) continue
    const taken = { handoffId, seenVersion: acknowledged.answer.version, workerId: null }
    note(place, 'accept', await press(place, place.worker, 'handoff.accept', taken), handoffId, episodeId)
  }
}

type Answered<T> = { requestId: string; answer: T; tries: number }

function note(
  { journal, traffic }: Place,
  move: Acknowledged['move'],
  answered: Answered<unknown> | null,
  handoffId: string,
  episodeId: string,
): void {
  if (!answered) return
  journal.write({ requestId: answered.requestId, move, handoffId, episodeId, tries: answered.tries })
  traffic.answered += 1
}

/** A write: the same request id until it is answered. Null: it was refused for good, which is noted. */
function press<T>(place: Place, cookie: string, path: string, input: object): Promise<Answered<T> | null> {
  return ask<T>(place, cookie, path, { ...input, requestId: newId() }, true)
}

async function ask<T>(
  { origin, traffic }: Place,
  cookie: string,
  path: string,
  input: object,
  isWrite = false,
): Promise<Answered<T> | null> {
  const requestId = (input as { requestId?: string }).requestId ?? ''
  for (let tries = 1; ; tries += 1) {
    if (isWrite) traffic.inFlight += 1
    try {
      const answer = await fetch(`${origin}/api/trpc/${path}`, {
        method: 'POST',
        headers: { origin, cookie, 'content-type': 'application/json', 'x-throughcare': '1' },
        body: JSON.stringify({ json: input }),
        signal: AbortSignal.timeout(ANSWER_MS),
      })
      const body = (await answer.json()) as {
        result?: { data: { json: T } }
        error?: { json: { data: { code: string } } }
      }
      if (answer.ok && body.result) return { requestId, answer: body.result.data.json, tries }
      const code = body.error?.json.data.code ?? 'nothing'
      if (!TRY_AGAIN.includes(answer.status)) {
        traffic.refusals.push(`${path}: ${answer.status} ${code} at try ${tries}`)
        return null
      }
      if (code === 'unexpected') traffic.brokenAnswers += 1
    } catch {
      // The connection broke, or nothing came: whether it was done nobody knows, so it is asked again.
    } finally {
      if (isWrite) traffic.inFlight -= 1
    }
    traffic.retries += 1
    await wait(AGAIN_MS + Math.random() * AGAIN_MS)
  }
}
