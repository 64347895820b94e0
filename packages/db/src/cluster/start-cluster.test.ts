import { execFileSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClusterFolder, makeClusterFolder } from '../../testing/cluster-folder.ts'
import { findClusterRecord } from './cluster-record.ts'
import { type Cluster, startCluster } from './start-cluster.ts'

async function ask(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

describe('a new cluster', () => {
  let folder: ClusterFolder
  let cluster: Cluster

  beforeAll(async () => {
    folder = makeClusterFolder()
    process.env.LANG = 'xx_XX.nonsense'
    cluster = await startCluster({ dataFolder: folder.path, fsync: false })
  })

  afterAll(() => {
    cluster.stop()
    folder.remove()
  })

  test.each([
    ['server_encoding', 'UTF8'],
    ['listen_addresses', ''],
    ['data_checksums', 'on'],
    ['password_encryption', 'scram-sha-256'],
    ['timezone', 'UTC'],
  ])('has %s = %j, whatever LANG says', async (name, value) => {
    expect(await ask(cluster.superUrl, `select current_setting('${name}') as value`)).toEqual([{ value }])
  })

  test('sorts by code point, the same on every machine', async () => {
    const rows = await ask(
      cluster.appUrl,
      "select string_agg(name, '' order by name) as sorted from unnest('{ø,z,a,Å}'::text[]) name",
    )
    expect(rows).toEqual([{ sorted: 'azÅø' }])
  })

  test('has a socket path that every system can bind', () => {
    expect(Buffer.byteLength(join(cluster.socketFolder, '.s.PGSQL.5432'))).toBeLessThan(100)
    expect(statSync(cluster.socketFolder).mode & 0o077).toBe(0)
  })

  test('keeps its passwords to the owner of the folder', () => {
    expect(statSync(join(folder.path, 'database.json')).mode & 0o777).toBe(0o600)
    expect(new Set(Object.values(cluster.passwords)).size).toBe(3)
  })

  test('refuses a wrong password', async () => {
    const wrong = cluster.appUrl.replace(cluster.passwords.app, 'guessed')
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test.each([
    ['throughcare_owner', true],
    ['throughcare_app', true],
    ['throughcare_lookup', false],
  ])('gives %s no power over the server', async (role, login) => {
    const rows = await ask(
      cluster.superUrl,
      `select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = '${role}'`,
    )
    expect(rows).toEqual([
      {
        rolcanlogin: login,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
      },
    ])
  })

  test('lets the owner hand a function to the lookup role, which cannot log in', async () => {
    await ask(
      cluster.ownerUrl,
      'create schema looked',
      'grant usage, create on schema looked to throughcare_lookup',
      "create function looked.up() returns text language sql security definer set search_path = '' as $$ select current_user::text $$",
      'alter function looked.up() owner to throughcare_lookup',
      'grant usage on schema looked to throughcare_app',
    )
    expect(await ask(cluster.appUrl, 'select looked.up() as by')).toEqual([{ by: 'throughcare_lookup' }])
    await ask(cluster.ownerUrl, 'drop schema looked cascade')
  })

  test('closes the database to roles that are not named', async () => {
    await ask(cluster.superUrl, "create role stranger login password 'stranger'")
    const strange = cluster.appUrl.replace(`throughcare_app:${cluster.passwords.app}`, 'stranger:stranger')
    await expect(ask(strange, 'select 1')).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a cluster that is there already', () => {
  let folder: ClusterFolder
  let cluster: Cluster

  beforeAll(async () => {
    folder = makeClusterFolder()
    // fsync as in real life: this cluster is killed.
    cluster = await startCluster({ dataFolder: folder.path })
    await ask(cluster.ownerUrl, 'create table kept (what text)', "insert into kept values ('dose')")
  })

  afterAll(() => {
    cluster.stop()
    folder.remove()
  })

  const kept = async () => (await ask(cluster.ownerUrl, 'select what from kept'))[0]?.what

  test('is adopted while it runs', async () => {
    const second = await startCluster({ dataFolder: folder.path })
    expect(second).toMatchObject({ adopted: true, pid: cluster.pid, ownerUrl: cluster.ownerUrl })
  })

  test('keeps its data and its passwords over a stop', async () => {
    cluster.stop()
    expect(cluster.isRunning()).toBe(false)
    cluster.stop()
    const again = await startCluster({ dataFolder: folder.path })
    expect(again).toMatchObject({ adopted: false, ownerUrl: cluster.ownerUrl })
    cluster = again
    expect(await kept()).toBe('dose')
  })

  test('H01: a backend that is killed in the middle of a transaction leaves nothing of it, and the next one is answered', async () => {
    const writing = new pg.Client({ connectionString: cluster.ownerUrl })
    const lost = new Promise((resolve) => writing.on('error', resolve))
    await writing.connect()
    await writing.query('begin')
    await writing.query(`insert into kept values ('half')`)
    const { rows } = await writing.query<{ pid: number }>('select pg_backend_pid() as pid')
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    await lost
    // A quiet machine takes a fifth of a second to recover; this one may have much else to do.
    const rowsNow = () => ask(cluster.ownerUrl, 'select what from kept').catch(() => null)
    await expect.poll(rowsNow, { interval: 20, timeout: 10_000 }).toEqual([{ what: 'dose' }])
  })

  test('H02: recovers from a kill of the whole server', async () => {
    process.kill(cluster.pid, 'SIGKILL')
    await expect.poll(() => cluster.isRunning()).toBe(false)
    cluster = await startCluster({ dataFolder: folder.path })
    expect(await kept()).toBe('dose')
  })

  test('goes on from a data folder that was moved', async () => {
    cluster.stop()
    const elsewhere = makeClusterFolder()
    execFileSync('cp', ['-a', `${folder.path}/.`, elsewhere.path])
    const moved = await startCluster({ dataFolder: elsewhere.path })
    expect(await ask(moved.ownerUrl, 'select what from kept')).toEqual([{ what: 'dose' }])
    expect(findClusterRecord(elsewhere.path)?.serverFolder).toBe(join(elsewhere.path, 'database'))
    moved.stop()
    elsewhere.remove()
    cluster = await startCluster({ dataFolder: folder.path })
  })

  test('is not taken for running because another program has its old number', async () => {
    cluster.stop()
    const serverFolder = findClusterRecord(folder.path)?.serverFolder ?? ''
    writeFileSync(join(serverFolder, 'data/postmaster.pid'), `${process.pid}\n${serverFolder}/data\n`)
    cluster = await startCluster({ dataFolder: folder.path })
    expect(cluster.adopted).toBe(false)
    expect(await kept()).toBe('dose')
  })
})

describe('two starts at once on a new folder', () => {
  test('end in one cluster', async () => {
    const folder = makeClusterFolder()
    const [first, second] = await Promise.all([
      startCluster({ dataFolder: folder.path, fsync: false }),
      startCluster({ dataFolder: folder.path, fsync: false }),
    ])
    expect(second.pid).toBe(first.pid)
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    first.stop()
    folder.remove()
  })
})
