import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openScene, type Scene } from '@throughcare/api/testing/scene'
import { afterAll, beforeAll, expect, it } from 'vitest'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

it('C11, I07: keeps names, dates of birth, addresses and passwords out of the log, whatever breaks', async () => {
  const server = spawn(process.execPath, ['src/http/testing/serve-alone.ts'], {
    cwd: new URL('../..', import.meta.url),
    env: {
      ...process.env,
      DATABASE_URL: scene.appUrl,
      NEXTAUTH_SECRET: 'only-for-tests-0123456789-abcdefgh',
      THROUGHCARE_DEMO: '1',
      PORT: '0',
      LOG_LEVEL: 'trace',
    },
  })
  let written = ''
  const listening = Promise.withResolvers<string>()
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk) => {
      written += chunk
      const port = /^port (\d+)$/m.exec(written)?.[1]
      if (port) listening.resolve(`http://127.0.0.1:${port}`)
    })
  const origin = await listening.promise
  const ours = { origin, 'content-type': 'application/json', 'x-throughcare': '1' }
  const send = (path: string, body: string, headers: Record<string, string> = ours) =>
    fetch(origin + path, { method: 'POST', headers, body }).then(({ status }) => status)

  expect(await fetch(`${origin}/cases/canary?name=Kim+Canary`).then(({ status }) => status)).toBe(500)
  await send('/api/trpc/access.chooseHat', '{"json":{"membershipId":"Kim Canary 1980-02-03"}}')
  await send('/api/trpc/Kim%20Canary', '{"json":"Kim Canary"}')
  await send('/api/trpc/access.me', 'Kim Canary, born 1980-02-03')
  const form = { ...ours, 'content-type': 'application/x-www-form-urlencoded' }
  for (let turn = 0; turn < 7; turn += 1)
    await send('/api/auth/callback/credentials', 'email=kim.canary@throughcare.test&password=canary-1980-02-03', form)
  server.kill()
  await once(server, 'close')
  expect(written).toContain('request broke')
  expect(written).not.toMatch(/canary|1980-02-03/i)
})
