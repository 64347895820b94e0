import { get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { step } from './progress.mjs'
import { Refused } from './refused.mjs'

const LONGEST_WAIT_MS = 90_000
const PAUSE_MS = 150
const ANSWER_MS = 5_000

/**
 * Asks the web server until it says that it is ready, which it does when database and migrations are there.
 *
 * @param {{ host: string, port: number }} settings
 */
export async function waitUntilReady({ host, port }) {
  const asked = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  await step('Starting web and worker', async (tell) => {
    const giveUpAt = performance.now() + LONGEST_WAIT_MS
    let last = 'no answer'
    while (performance.now() < giveUpAt) {
      const { status, body } = await ask(asked, port)
      if (status === 200) return
      last = body
      tell(last)
      await wait(PAUSE_MS)
    }
    throw new Refused(`The web server is up but not ready (${last}): its log is log/web.log in the data folder.`)
  })
}

/** @param {string} host @param {number} port @returns {Promise<{ status: number, body: string }>} */
function ask(host, port) {
  return new Promise((resolve) => {
    const request = get({ host, port, path: '/api/health/ready', timeout: ANSWER_MS, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: body.slice(0, 300) }))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', (error) => resolve({ status: 0, body: error.message }))
  })
}
