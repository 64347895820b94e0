import type { ServerResponse } from 'node:http'
import { readiness } from '@throughcare/api/health/readiness'
import { providerState } from '../session/provider-state.ts'
import { answerJson } from './answer.ts'

/** The process is up. Asks nobody: a database that is away is no reason to restart the web. */
export function answerLive(res: ServerResponse): void {
  answerJson(res, 200, { status: 'live' })
}

/**
 * Can people be served? 503 with the reason while the database or a migration is missing, or while we are stopping. A worker
 * that is away is said, and is no reason to serve nobody: what is recorded waits for it; nor is an identity provider that is
 * away, because accounts of ours work without it.
 */
export async function answerReady(res: ServerResponse, stopping: boolean): Promise<void> {
  if (stopping) return answerJson(res, 503, { status: 'not-ready', reason: 'stopping' }, { 'retry-after': '5' })
  const state = await readiness()
  if (state.ready) {
    const { messagesDelayedSince: since, trail } = state
    const provider = providerState()
    return answerJson(res, 200, {
      status: 'ready',
      worker: since === null ? 'here' : 'away',
      ...(since === null ? {} : { messagesDelayedSince: since.toISOString() }),
      ...(trail.notSealedSince ? { trailNotSealedSince: trail.notSealedSince.toISOString() } : {}),
      ...(trail.brokenSince ? { trailBrokenSince: trail.brokenSince.toISOString() } : {}),
      ...(provider ? { identityProvider: provider.awaySince === null ? 'here' : 'away' } : {}),
      ...(provider?.awaySince ? { identityProviderAwaySince: provider.awaySince.toISOString() } : {}),
    })
  }
  const { reason, missing } = state
  answerJson(res, 503, { status: 'not-ready', reason, ...(missing ? { missing } : {}) }, { 'retry-after': '2' })
}
