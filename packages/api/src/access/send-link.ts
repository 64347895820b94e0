import { findLinkLetter } from '@throughcare/db/access/link-repository'
import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { linkKey } from './link-key.ts'

/** A letter with a one-time link on its way out. */
export type LinkLetter = {
  to: string
  locale: string
  kind: 'invitation' | 'reset'
  serviceName: string | null
  /** The path of the link; the origin is the configured one. */
  path: string
  /** The same for every try of the same letter. */
  key: string
}

/**
 * Sends the letter of one link, unless it opens nothing any more. A letter that goes out twice opens the same door, once.
 *
 * @param post hands it to the mail server, and throws when the server did not take it: the job comes again.
 */
export async function sendLink(
  { linkId }: { linkId: string },
  post: (letter: LinkLetter) => Promise<void>,
): Promise<void> {
  const due = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => findLinkLetter(deed, linkId))
  if (!due) return
  const { email, locale, kind, serviceName } = due
  await post({ to: email, locale, kind, serviceName, path: `/link?key=${linkKey(linkId)}`, key: `link.${linkId}` })
}
