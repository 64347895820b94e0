import type { IncomingMessage, ServerResponse } from 'node:http'
import { readScreen } from '@throughcare/api/now-board/read-screen'
import { z } from 'zod'
import { answerJson, refuse } from './answer.ts'
import type { Environment } from './environment.ts'
import { readBody } from './read-body.ts'
import { isOurs } from './request-origin.ts'

export const SCREEN_PATH = '/api/now-screen'

const MOST_BYTES = 1_000
const Asked = z.strictObject({ key: z.string().max(200) })

/**
 * The counts for a screen on a wall, at which nobody is signed in: its key is all that it has. A page of ours asks each second; 404 says
 * that it is dark, and why is nobody's business there.
 */
export async function answerScreen(req: IncomingMessage, res: ServerResponse, environment: Environment): Promise<void> {
  if (req.method !== 'POST') return refuse(res, 405, 'invalid-input', { allow: 'POST' })
  if (!isOurs(req, environment)) return refuse(res, 403, 'not-allowed')
  const body = await readBody(req, MOST_BYTES)
  if ('status' in body) return refuse(res, body.status, 'invalid-input')
  const asked = Asked.safeParse(parsed(body.text))
  if (!asked.success) return refuse(res, 400, 'invalid-input')
  const board = await readScreen(asked.data.key)
  if (board === null) return refuse(res, 404, 'not-found')
  answerJson(res, 200, board)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
