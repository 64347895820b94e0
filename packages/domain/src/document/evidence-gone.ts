import type { ItemStatus } from '../checklist/item-statuses.ts'

/**
 * Does an item open again, now that a document was removed from it? A ticked item whose last evidence is gone is work again:
 * nobody may go on believing what nothing shows any more (rule LIST-4; practice F10). One that still has evidence, or was never ticked,
 * stays as it is.
 */
export function opensAgain(status: ItemStatus, documentsLeft: number): boolean {
  return status === 'done' && documentsLeft === 0
}
