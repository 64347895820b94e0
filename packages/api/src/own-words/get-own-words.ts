import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findOwnWordsOf,
  findTreatingServices,
  type StoredComment,
  type StoredOwnWords,
  type StoredSaying,
} from '@throughcare/db/own-words/own-words-repository'
import type { OwnWordsOfCaseInput } from '@throughcare/domain/own-words/record-own-words-input'
import { tellingWords } from '@throughcare/domain/own-words/telling-words'
import { getPart, mayOn } from '../care-plan/get-part.ts'

/** A saying, and the names in it that would give the person away on paper. */
export type SayingView = StoredSaying & { tells: string[] }

export type OwnWordsView = {
  episodeId: string
  /** Null: nobody wrote anything down yet. */
  standing: (Omit<StoredOwnWords, 'sayings'> & { sayings: SayingView[] }) | null
  /** What stood before, the newest first. */
  earlier: StoredOwnWords[]
  comments: StoredComment[]
  /** Names that the form warns of while they are typed, beside those of medicines. */
  treatingServices: string[]
  may: { record: boolean; comment: boolean }
}

/**
 * The person's own words: what stands, what stood before, and what was said beside it.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getOwnWords(actor: Actor, { episodeId }: OwnWordsOfCaseInput): Promise<OwnWordsView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'own-words.by-episode', 'own-words')
    const { versions, comments } = await findOwnWordsOf(deed, episodeId)
    const treatingServices = await findTreatingServices(deed)
    const [standing, ...earlier] = versions
    await recordAudit(deed, {
      action: 'own-words.by-episode',
      episodeIds: [episodeId],
      personIds: [part.personId],
    })
    return {
      episodeId,
      standing: standing
        ? {
            ...standing,
            sayings: standing.sayings.map((saying) => ({
              ...saying,
              tells: tellingWords(saying.words ?? '', treatingServices),
            })),
          }
        : null,
      earlier,
      comments,
      treatingServices,
      may: {
        record: mayOn(actor, 'own-words.record', part),
        comment: mayOn(actor, 'own-words.comment', part),
      },
    }
  })
}
