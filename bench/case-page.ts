/**
 * How long does the page of a case take, as a browser gets it? Starts the production build on a database of its own, signs in as
 * the nurse of the prison and asks for the page again and again over one connection: session check, rights, queries, audit, HTML.
 * Needs the pages built (`npm start` once).
 *
 *   node bench/case-page.ts [rounds]
 */
import { availableParallelism, loadavg } from 'node:os'
import serve from '../e2e/serve.ts'
import { openStory } from '../e2e/story.ts'
import { PASSWORD, theWorld } from '../e2e/world.ts'
import { castEmail, STORY_STARTS } from '../packages/db/testing/cast.ts'

const ROUNDS = Number(process.argv[2] ?? 300)
const WARM_UP = 20
const ITEMS = ['omt', 'naloxone', 'housing', 'benefits', 'documents'] as const

/** The cookies of somebody who came through the front door. */
async function signIn(origin: string): Promise<string> {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${origin}${path}`, {
      ...init,
      headers: { ...init.headers, cookie },
      redirect: 'manual',
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
  const { csrfToken } = (await (await ask('/api/auth/csrf')).json()) as { csrfToken: string }
  await ask('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, json: 'true', email: castEmail('northgateNurse'), password: PASSWORD }),
  })
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

const stop = await serve()
const story = await openStory()
try {
  const { origin } = theWorld()
  const one = await story.aCase({
    familyName: 'Costa',
    items: Array.from({ length: 20 }, (_, at) => ({ area: ITEMS[at % ITEMS.length] ?? 'omt', code: `item-${at}` })),
  })
  await story.aTreatment(one, { dosing: 'harbour' })
  await story.aHandoff(one)
  const cookie = await signIn(origin)
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const began = performance.now()
    const answer = await fetch(`${origin}/cases/${one.episodeId}`, { headers: { cookie } })
    const html = await answer.text()
    if (answer.status !== 200 || !html.includes('Costa')) throw new Error(`the page answered ${answer.status}`)
    bytes = html.length
    if (round >= WARM_UP) times.push(performance.now() - began)
  }
  const sorted = times.toSorted((left, right) => left - right)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  const [waiting = 0] = loadavg()
  console.log(
    `${availableParallelism()} processors, load ${waiting.toFixed(1)}; story of ${STORY_STARTS.toISOString()}`,
  )
  console.log(
    `${ROUNDS} pages of ${(bytes / 1000).toFixed(0)} kB: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`,
  )
} finally {
  await story.close()
  await stop()
}
