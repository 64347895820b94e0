import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { type DigestChoice, findDigestChoice, recordDigestChoice } from '@throughcare/db/gap/digest-repository'
import type { ChooseDigestInput } from '@throughcare/domain/gap/choose-digest-input'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * Mutes the digest under the hat that the actor wears, or wants it again.
 *
 * @throws AppError `changed-meanwhile` when it was chosen in another window since
 */
export function chooseDigest(actor: Actor, input: ChooseDigestInput): Promise<DigestChoice> {
  return perform(actor, 'gap.choose-digest', input, async (deed) => {
    const { seenVersion, wanted, requestId } = input
    if (!(await recordDigestChoice(deed, seenVersion, wanted)))
      throw new AppError('changed-meanwhile', {
        details: { seen: { version: seenVersion }, current: await findDigestChoice(deed) },
      })
    await recordAudit(deed, { action: 'gap.choose-digest', fields: ['wanted'], requestId })
    return { wanted, version: seenVersion + 1 }
  })
}
