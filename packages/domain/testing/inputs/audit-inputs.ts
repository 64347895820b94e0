import { ExportHeadInput, TrailBoardInput } from '../../src/audit/trail-board-input.ts'
import { CopyInput, WhoSawInput } from '../../src/audit/who-saw-input.ts'
import { AT, EPISODE_ID, ID, type InputSample, REQUEST } from './sample.ts'

/** Who saw what, and whether the trail still says so. */
export const AUDIT_INPUTS: Readonly<Record<string, InputSample>> = {
  'audit.who-saw': {
    schema: WhoSawInput,
    takes: { ...EPISODE_ID, before: { at: AT, id: ID }, withLists: true },
    defaults: ['before', 'withLists'],
  },
  'audit.copy': { schema: CopyInput, takes: { ...EPISODE_ID } },
  'audit.board': {
    schema: TrailBoardInput,
    takes: { serviceId: ID, before: { at: AT, id: ID } },
    defaults: ['serviceId', 'before'],
  },
  'audit.export-head': { schema: ExportHeadInput, takes: { ...REQUEST, sequence: 3 } },
}
