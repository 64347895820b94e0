import { AppError } from '@throughcare/api/app-error'
import { receiveReleaseList } from '@throughcare/api/release-list/receive-release-list'
import { answerJson } from '../http/answer.ts'
import type { FileHandler } from './file-handlers.ts'

/** Room for a quarter of a million lines. */
const MOST_BYTES = 64 * 1024 * 1024

/** A prison's release list comes in: the body is the file. Answers with the id of the list, whose preview follows. */
export const receiveReleaseListFile: FileHandler = async ({ req, res, signedIn }) => {
  if (!signedIn.hat) throw new AppError('no-hat')
  if (Number(req.headers['content-length'] ?? 0) > MOST_BYTES) throw new AppError('too-large')
  const answer = await receiveReleaseList(signedIn.hat, upTo(MOST_BYTES, req))
  answerJson(res, 200, answer)
}

async function* upTo(most: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const chunk of bytes) {
    seen += chunk.length
    if (seen > most) throw new AppError('too-large')
    yield chunk
  }
}
