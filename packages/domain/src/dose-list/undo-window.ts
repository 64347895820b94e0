/** A wrong press can be taken back for so many seconds (rule LIST-2). The page counts them down. */
export const UNDO_SECONDS = 10

/** What the way to the server may take on top: whoever pressed within the ten seconds is not refused for a slow line. */
export const UNDO_GRACE_SECONDS = 5

/** May an entry that was recorded then still be taken back by one press (rule LIST-2)? Afterwards it is corrected, with a reason. */
export function mayUndo(recordedAt: Date, now: Date): boolean {
  return now.getTime() - recordedAt.getTime() <= (UNDO_SECONDS + UNDO_GRACE_SECONDS) * 1000
}
