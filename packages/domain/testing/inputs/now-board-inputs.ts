import { NowBoardInput, PutUpInput, TakeDownInput } from '../../src/now-board/now-board-inputs.ts'
import { ID, type InputSample, REQUEST } from './sample.ts'

/** The board of a team room. */
export const NOW_BOARD_INPUTS: Readonly<Record<string, InputSample>> = {
  'now-board.show': { schema: NowBoardInput, takes: { list: 'unacknowledged' }, defaults: ['list'] },
  'now-board.put-up': { schema: PutUpInput, takes: { ...REQUEST, place: 'Team room' } },
  'now-board.take-down': { schema: TakeDownInput, takes: { ...REQUEST, screenId: ID } },
}
