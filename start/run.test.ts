import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCluster } from '../packages/db/src/cluster/start-cluster.ts'
import { makeClusterFolder, runOnSmallDisk } from '../packages/db/testing/cluster-folder.ts'
import { chooseFreePort, readSettings } from './settings.mjs'
import { MACHINE_NODE, makeFakeClone, runStart, type Started } from './testing/fake-clone.ts'

let root: string
let remove: () => Promise<void>

beforeAll(() => {
  const clone = makeFakeClone()
  root = clone.root
  remove = clone.remove
})

afterAll(() => remove())

const READY = /Throughcare is ready at (\S+)/

async function originOf(started: Started): Promise<string> {
  return READY.exec(await started.until(READY))?.[1] ?? ''
}

/** What the fake web server says of itself, once it answers; it may just be starting again. */
async function askWeb(origin: string): Promise<{ pid: number; given: Record<string, string> }> {
  let said = ''
  const ask = async () => {
    said = await fetch(origin).then(
      (answer) => answer.text(),
      () => '',
    )
    return said
  }
  await expect.poll(ask, { timeout: 20_000 }).not.toBe('')
  return JSON.parse(said)
}

const isAlive = (pid: number) => spawnSync('kill', ['-0', String(pid)]).status === 0

describe('a start', () => {
  let started: Started
  let origin: string

  beforeAll(async () => {
    started = runStart(root, { NEXTAUTH_SECRET: '', DATABASE_URL: '' })
    origin = await originOf(started)
  })

  test('shows its steps and ends them with one line that says it is ready', () => {
    expect(started.said()).toMatch(
      /✓ Starting the database .*✓ Bringing the tables up to date .*✓ Starting web and worker/s,
    )
    expect(started.said().match(/is ready at/g)).toHaveLength(1)
  })

  test('gives web what it needs and no more', async () => {
    const { given } = await askWeb(origin)
    expect(given).toMatchObject({ NEXTAUTH_URL: origin, THROUGHCARE_DEMO: '1', NODE_ENV: 'production', TZ: 'UTC' })
    expect(given.DATABASE_URL).toMatch(/^postgresql:\/\/throughcare_app:/)
    expect(given.NEXTAUTH_SECRET?.length).toBeGreaterThan(40)
    expect(given).not.toHaveProperty('DATABASE_OWNER_URL')
  })

  test('of the same folder once more says where it runs, and succeeds', async () => {
    const { code, said } = await runStart(root).ended
    expect(said).toMatch(`Throughcare is already running at ${origin}`)
    expect(code).toBe(0)
  })

  test('brings web back when it crashes', async () => {
    const before = await askWeb(origin)
    await fetch(`${origin}/crash`).catch(() => undefined)
    const after = await askWeb(origin)
    expect(after.pid).not.toBe(before.pid)
    expect(started.said()).toMatch(/web stopped \(code 3\) and starts again in 0\.5 s/)
  })

  test('brings the database back when it is killed', async () => {
    const serverFolder = join(root, '.throughcare/database')
    const file = join(serverFolder, 'data/postmaster.pid')
    const before = readFileSync(file, 'utf8').split('\n')[0]
    process.kill(Number(before), 'SIGKILL')
    await expect
      .poll(
        () =>
          existsSync(file) && readFileSync(file, 'utf8').includes('ready') && readFileSync(file, 'utf8').split('\n')[0],
        {
          timeout: 20_000,
        },
      )
      .not.toBe(before)
  })

  test('stops web, worker and database in this order within ten seconds', async () => {
    const { pid } = await askWeb(origin)
    const from = performance.now()
    started.child.kill('SIGINT')
    const { code } = await started.ended
    expect(performance.now() - from).toBeLessThan(10_000)
    expect(code).toBe(130)
    expect(readFileSync(join(root, 'stopped'), 'utf8')).toBe('web worker ')
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(root, '.throughcare/running.json'))).toBe(false)
  })

  test('after that builds nothing and needs no registry', async () => {
    const again = runStart(root, { npm_config_registry: 'http://127.0.0.1:9' })
    await again.until(READY)
    expect(again.said()).not.toMatch(/Installing|Building/)
    expect(readFileSync(join(root, 'builds'), 'utf8')).toBe('x')
    again.child.kill('SIGTERM')
    expect((await again.ended).code).toBe(0)
  })

  test('whose supervisor was killed leaves no web server, and its database is taken over', async () => {
    const killed = runStart(root)
    const { pid } = await askWeb(await originOf(killed))
    killed.child.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
    const next = runStart(root)
    await next.until(READY)
    next.child.kill('SIGTERM')
    expect((await next.ended).code).toBe(0)
  })
})

describe('real use', () => {
  test('uses the secret that was given, and says once how the first administrator signs in', async () => {
    const { port } = await chooseFreePort(readSettings({ PORT: '0' }, root))
    const secret = 'q7Vn2kT9xR4mWc8LzP5sJd1HbY6gFa3E'
    const started = runStart(root, {
      THROUGHCARE_DEMO: '0',
      NEXTAUTH_URL: 'https://throughcare.example.org',
      NEXTAUTH_SECRET: secret,
      AUDIT_SIGNING_KEY: generateKeyPairSync('ed25519')
        .privateKey.export({ format: 'der', type: 'pkcs8' })
        .toString('base64'),
      PORT: String(port),
    })
    await started.until(/first administrator does so here: https:\/\/throughcare\.example\.org\/first\?key=1/)
    const { given } = await askWeb(`http://127.0.0.1:${port}`)
    expect(given).toMatchObject({
      THROUGHCARE_DEMO: '0',
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: 'https://throughcare.example.org',
    })
    const logs = readdirSync(join(root, '.throughcare/log')).map((name) =>
      readFileSync(join(root, '.throughcare/log', name), 'utf8'),
    )
    expect(logs.join()).not.toContain('key=1')
    started.child.kill('SIGTERM')
    expect((await started.ended).code).toBe(0)
  })
})

describe('a PostgreSQL of the site', () => {
  test('is used and migrated instead of the embedded one, and web does not learn its owner', async () => {
    const site = makeClusterFolder()
    const cluster = await startCluster({ dataFolder: site.path, fsync: false })
    const started = runStart(root, {
      DATABASE_URL: cluster.appUrl,
      DATABASE_OWNER_URL: cluster.ownerUrl,
      THROUGHCARE_DEMO: '1',
    })
    const { given } = await askWeb(await originOf(started))
    expect(started.said()).not.toMatch(/Starting the database/)
    expect(started.said()).toMatch(/✓ Bringing the tables up to date/)
    expect(given.DATABASE_URL).toBe(cluster.appUrl)
    expect(given).not.toHaveProperty('DATABASE_OWNER_URL')
    started.child.kill('SIGTERM')
    await started.ended
    expect(cluster.isRunning()).toBe(true)
    cluster.stop()
    site.remove()
  })
})

describe('a start that cannot succeed ends with one sentence', () => {
  /** The last line before it ended, which is all that it has to say about it. */
  async function refusal(env: NodeJS.ProcessEnv): Promise<string> {
    const { code, said } = await runStart(root, env).ended
    expect(code).toBe(1)
    expect(said).not.toMatch(/^ +at /m)
    return said.trim().split('\n').at(-1) ?? ''
  }

  test('a taken port', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    expect(await refusal({ PORT: String(port) })).toMatch(
      new RegExp(`^Port ${port} is taken .*PORT=${port + 1} npm start`),
    )
    server.close()
  })

  test('a setting that cannot be meant', async () => {
    expect(await refusal({ THROUGHCARE_DEMO: 'maybe' })).toMatch(/^THROUGHCARE_DEMO is maybe/)
  })

  test('a database of a newer version', async () => {
    const serverFolder = join(root, '.throughcare/database')
    writeFileSync(join(serverFolder, 'data/PG_VERSION'), '99\n')
    expect(await refusal({})).toMatch(
      /was made by PostgreSQL 99, and this version brings PostgreSQL 18: start the version that made it/,
    )
    writeFileSync(join(serverFolder, 'data/PG_VERSION'), '18\n')
  })

  test('a database that is not whole', async () => {
    const data = join(root, 'broken')
    mkdirSync(join(data, 'database/data'), { recursive: true })
    expect(await refusal({ THROUGHCARE_DATA: data })).toMatch(
      /passwords, .*, is missing: restore it from a backup, or move .* away/,
    )
  })

  test('a data folder that is a file', async () => {
    writeFileSync(join(root, 'file'), '')
    expect(await refusal({ THROUGHCARE_DATA: join(root, 'file') })).toMatch(/file is not a folder: .*THROUGHCARE_DATA/)
  })

  test('damaged secrets', async () => {
    const kept = readFileSync(join(root, '.throughcare/secrets.json'))
    writeFileSync(join(root, '.throughcare/secrets.json'), '{')
    expect(await refusal({})).toMatch(/secrets\.json is damaged: remove it and start again/)
    writeFileSync(join(root, '.throughcare/secrets.json'), kept)
  })

  // Mounting a small disk takes root; refused.test.ts has what an ordinary user can try.
  if (process.getuid?.() === 0 && process.platform === 'linux') {
    test('a full disk', () => {
      const data = join(root, 'small')
      mkdirSync(data)
      const { status, said } = runOnSmallDisk(data, 30, 'env', [
        `THROUGHCARE_DATA=${data}`,
        'PORT=0',
        MACHINE_NODE,
        join(root, 'start.mjs'),
      ])
      expect(said.trim().split('\n').at(-1)).toMatch(
        /^The disk that holds .*small.* is full: make room and start again\.$/,
      )
      expect(status).toBe(1)
    })
  }

  test('no npm', async () => {
    rmSync(join(root, 'node_modules/.throughcare-installed'))
    expect(await refusal({ PATH: '/nowhere' })).toMatch(/^npm is not on the PATH: install Node 20 or newer/)
  })

  test('no network at the first start', async () => {
    const nobodyListens = { npm_config_registry: 'http://127.0.0.1:9', npm_config_cache: join(root, 'npm-cache') }
    expect(await refusal(nobodyListens)).toMatch(
      /^Installing packages needs the package registry, and it cannot be reached: connect/,
    )
  })

  test('a web server that cannot start', async () => {
    const clone = makeFakeClone()
    writeFileSync(join(clone.root, 'apps/web/server.ts'), "throw new Error('no door')")
    const { code, said } = await runStart(clone.root).ended
    await clone.remove()
    expect(said.trim().split('\n').at(-1)).toMatch(
      /^Starting web failed \(.*no door.*\): everything it said is in .*web\.log/,
    )
    expect(code).toBe(1)
  })
})
