import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findStandingWords, recordWordsComment } from '@throughcare/db/own-words/own-words-repository'
import type { CommentOwnWordsInput } from '@throughcare/domain/own-words/record-own-words-input'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

export type OwnWordsCommented = { commentId: string }

/**
 * What somebody who works here says beside the person's own words. The words themselves stay as they were said.
 *
 * @throws AppError `not-found` when there are no words to comment on, or they are not open to the service | `not-allowed`
 */
export function commentOwnWords(actor: Actor, input: CommentOwnWordsInput): Promise<OwnWordsCommented> {
  return perform(actor, 'own-words.comment', input, async (deed) => {
    const { episodeId, requestId, version, text } = input
    const part = await getPart(deed, episodeId, 'own-words.comment', 'own-words')
    const standing = await findStandingWords(deed, episodeId)
    if (!standing || version < 1 || version > standing.version) throw new AppError('not-found')
    const commentId = await recordWordsComment(deed, episodeId, { version, text })
    await recordAudit(deed, {
      action: 'own-words.comment',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['comment'],
      requestId,
    })
    return { commentId }
  })
}
