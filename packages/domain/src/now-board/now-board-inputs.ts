import type { z } from 'zod'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { NowList } from './now-lists.ts'

/** The counts of the service, and one of the lists behind them. */
export const NowBoardInput = inputOf({ list: NowList.default('released-today') })
export type NowBoardInput = z.infer<typeof NowBoardInput>

/** Hangs the counts on a wall: a screen that nobody is signed in at. */
export const PutUpInput = inputOf({
  requestId: RequestId,
  /** Where it hangs, in words of the service: "Team room, first floor". */
  place: filledText('now-board.place', 60),
})
export type PutUpInput = z.infer<typeof PutUpInput>

/** Takes one off, from wherever somebody of the service sits. */
export const TakeDownInput = inputOf({ requestId: RequestId, screenId: idOf('now-board.screenId') })
export type TakeDownInput = z.infer<typeof TakeDownInput>
