import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CLOSE_MS, GRACE_MS } from './stop-on-signal.ts'

/** What start/run.mjs gives the web process before it kills it. */
const KILLED_AFTER_MS = Number(
  /STOP_MS = \{ web: ([\d_]+)/
    .exec(readFileSync(new URL('../../../../start/run.mjs', import.meta.url), 'utf8'))?.[1]
    ?.replaceAll('_', ''),
)

it('leaves itself less time than the supervisor gives it', () => {
  expect(KILLED_AFTER_MS).toBeGreaterThan(0)
  expect(GRACE_MS + CLOSE_MS).toBeLessThan(KILLED_AFTER_MS)
})

it('ends by itself within that time after SIGTERM, with a request open that never finishes', async () => {
  const server = spawn(process.execPath, ['src/http/testing/serve-alone.ts'], {
    cwd: new URL('../..', import.meta.url),
    env: {
      ...process.env,
      DATABASE_URL: 'postgresql://throughcare_app:x@127.0.0.1:1/nowhere',
      NEXTAUTH_SECRET: 'only-for-tests-0123456789-abcdefgh',
      THROUGHCARE_DEMO: '1',
      PORT: '0',
    },
  })
  const said = (words: RegExp) =>
    new Promise<string>((resolve) => {
      let written = ''
      server.stdout.on('data', (chunk) => {
        written += chunk
        const found = words.exec(written)
        if (found) resolve(found[1] ?? '')
      })
    })
  const hangs = said(/^(hangs)$/m)
  const port = await said(/^port (\d+)$/m)
  const open = fetch(`http://127.0.0.1:${port}/hangs`).catch(() => 'cut off')
  await hangs
  const asked = performance.now()
  server.kill('SIGTERM')
  const [code, signal] = (await once(server, 'close')) as [number | null, string | null]
  expect({ code, signal }).toEqual({ code: 0, signal: null })
  expect(performance.now() - asked).toBeLessThan(KILLED_AFTER_MS)
  expect(await open).toBe('cut off')
}, 30_000)
