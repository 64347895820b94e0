import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findFact, recordFact } from '@throughcare/db/care-plan/fact-repository'
import {
  findStandingWords,
  findTreatingServices,
  recordWords,
  type StoredSaying,
} from '@throughcare/db/own-words/own-words-repository'
import type { RecordOwnWordsInput } from '@throughcare/domain/own-words/record-own-words-input'
import { tellingWords } from '@throughcare/domain/own-words/telling-words'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { growPlan, type PlanGrowth } from '../care-plan/grow-plan.ts'
import { perform } from '../perform.ts'
import { factOfWords } from './words-on-plan.ts'

/** `tells`: names in the words that would give the person away on paper. */
export type OwnWordsRecorded = { version: number; tells: string[]; growth: PlanGrowth }

const CHOSE_NOT_TO: StoredSaying = { kind: 'chose-not-to', words: null, language: null, task: null }

/**
 * The person's own words as they stand from now on. They are the person's: somebody types them and reads them back, a change
 * is a new version, and what stood before stays to be read. The plan follows in the same transaction.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function recordOwnWords(actor: Actor, input: RecordOwnWordsInput): Promise<OwnWordsRecorded> {
  return perform(actor, 'own-words.record', input, async (deed) => {
    const { episodeId, requestId, seenVersion, answer, sayings, readBack, mayTravel } = input
    const part = await getPart(deed, episodeId, 'own-words.record', 'own-words')
    const said = { sayings: answer === 'said' ? sayings : [CHOSE_NOT_TO], readBack, mayTravel }
    if (!(await recordWords(deed, episodeId, seenVersion, said))) {
      const current = await findStandingWords(deed, episodeId)
      throw new AppError('changed-meanwhile', {
        details: {
          seen: { version: seenVersion },
          current: current && { version: current.version, sayings: current.sayings.map(({ words }) => words ?? '') },
          changedBy: current?.recordedBy ?? null,
          changedAt: current?.recordedAt ?? null,
        },
      })
    }
    await tellPlan(deed, episodeId, factOfWords(said))
    const growth = await growPlan(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'own-words.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['own-words'],
      requestId,
    })
    const services = await findTreatingServices(deed)
    return {
      version: (seenVersion ?? 0) + 1,
      tells: [...new Set(sayings.flatMap(({ words }) => tellingWords(words, services)))],
      growth,
    }
  })
}

/** The plan reads one fact: that there are words, or that the person chose not to. */
async function tellPlan(deed: Deed<Actor>, episodeId: string, value: string): Promise<void> {
  const standing = await findFact(deed, episodeId, 'own-words')
  const seen = { episodeId, code: 'own-words', version: standing?.version ?? null } as const
  if (!(await recordFact(deed, seen, { category: 'own-words', state: 'known', value })))
    throw new AppError('changed-meanwhile')
}
