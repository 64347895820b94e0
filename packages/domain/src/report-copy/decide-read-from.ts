/** What is known of the copy of the database that figures are read from; "behind": how much older than the database it is. */
export type CopyState = { kind: 'none' } | { kind: 'away' } | { kind: 'here'; behindSeconds: number }

/** Where figures were read, and why not from the copy. */
export type ReadFrom =
  | { from: 'copy'; behindSeconds: number }
  | { from: 'database'; because: 'no-copy' | 'copy-away' }
  | { from: 'database'; because: 'copy-behind' | 'own-writes'; behindSeconds: number }

/** Unless DATABASE_REPORTS_OLDEST_SECONDS says otherwise: figures of a month do not change much in five minutes. */
export const OLDEST_SECONDS = 300

/** So long after a deed the figures that it changes may still be on their way, in the database itself too. */
export const FOLLOWS_WITHIN_SECONDS = 15

/**
 * Are figures read from the copy? Not by somebody who wrote something that it may not have yet, and not when it is older than
 * the bound: both read the database, where the figures are whole.
 *
 * @param sinceOwnWriteSeconds how long ago the reader last wrote anything; null: not within two days
 */
export function decideReadFrom(
  copy: CopyState,
  sinceOwnWriteSeconds: number | null,
  oldestSeconds: number = OLDEST_SECONDS,
): ReadFrom {
  if (copy.kind === 'none') return { from: 'database', because: 'no-copy' }
  if (copy.kind === 'away') return { from: 'database', because: 'copy-away' }
  const { behindSeconds } = copy
  if (behindSeconds > oldestSeconds) return { from: 'database', because: 'copy-behind', behindSeconds }
  if (sinceOwnWriteSeconds !== null && sinceOwnWriteSeconds <= behindSeconds + FOLLOWS_WITHIN_SECONDS)
    return { from: 'database', because: 'own-writes', behindSeconds }
  return { from: 'copy', behindSeconds }
}

/** Until when what happened is in figures that their source called whole until then: a copy does not know what it lacks. */
export function wholeUntil(saidUntil: Date, readFrom: ReadFrom): Date {
  return readFrom.from === 'copy' ? new Date(saidUntil.getTime() - readFrom.behindSeconds * 1_000) : saidUntil
}
