import type { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** A wrong press of the dose list, taken back within seconds: an entry of its own in the place of the first. */
export const UndoListedDoseInput = inputOf({
  episodeId: idOf('dose-list.episodeId'),
  /** The entry that the press made. */
  doseId: idOf('dose-list.doseId'),
  requestId: RequestId,
  /** The version that the press answered with. */
  seenVersion: SeenVersion,
  /** The words of the page for a wrong press, in the language of whoever pressed. */
  reason: filledText('dose.reason', 500),
})
export type UndoListedDoseInput = z.infer<typeof UndoListedDoseInput>
