import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SYSTEM_ACCOUNT_ID } from '@throughcare/db/actor'
import type { TrailCheck } from '@throughcare/db/audit/trail-repository'
import { withSuperuser } from '@throughcare/db/cluster/prepare-database'
import { closeDatabase } from '@throughcare/db/database'
import { freshDatabase } from '@throughcare/db/testing/fresh-database'
import { newId } from '@throughcare/db/uuid'
import { sealTrail } from '../src/audit/seal-trail.ts'
import { readAnchor } from '../src/audit/trail-anchor.ts'
import type { TrailKey } from '../src/audit/trail-key.ts'
import { verifyTrail } from '../src/audit/verify-trail.ts'

export type Connection = Parameters<Parameters<typeof withSuperuser>[1]>[0]
/** A transaction of the app role as the system actor, to write entries in. */
export type Writer = {
  write: (serviceId: string, id?: string) => Promise<string>
  end: (how: 'commit' | 'rollback') => Promise<void>
}

export type TrailScene = {
  key: TrailKey
  services: readonly [string, string, string]
  /** Somebody who may do anything with the database. */
  withSuperuser: <T>(work: (client: Connection) => Promise<T>) => Promise<T>
  /** Any number of transactions, one after the other, on one connection. */
  withWriter: <T>(work: (begin: () => Promise<Writer>) => Promise<T>) => Promise<T>
  /** One entry in a transaction of its own. */
  write: (serviceId: string) => Promise<string>
  seal: (atOnce?: number) => Promise<number>
  /** Seals until nothing waits: transactions of other databases of the cluster hold it up as well. */
  sealAll: () => Promise<number>
  verify: (more?: { withoutAnchor?: boolean }) => Promise<TrailCheck>
  anchorFile: string
  close: () => Promise<void>
}

/** A database with nothing but a trail. */
export async function openTrailScene(): Promise<TrailScene> {
  const fresh = await freshDatabase()
  process.env.DATABASE_URL = fresh.appUrl
  const key: TrailKey = generateKeyPairSync('ed25519')
  const folder = mkdtempSync(join(tmpdir(), 'trail-'))
  const anchorFile = join(folder, 'anchor.json')
  const seal = (atOnce = 2_000) => sealTrail({ key, anchorFile, atOnce })
  const waiting = () =>
    withSuperuser(fresh.superUrl, async (client) => {
      const { rowCount } = await client.query(
        `select from audit_entry a where not exists (select from audit_seal s where a.id = any (s.entry_ids)) limit 1`,
      )
      return rowCount
    })
  const withWriter: TrailScene['withWriter'] = (work) =>
    withSuperuser(fresh.appUrl, (client) =>
      work(async () => {
        await client.query('begin')
        return {
          write: async (serviceId, id = newId()) => {
            await client.query('select app.open_system($1)', [serviceId])
            await client.query(
              `insert into audit_entry (id, account_id, service_id, role, action, person_ids) values ($1, $2, $3, 'system', 'test.write', $4)`,
              [id, SYSTEM_ACCOUNT_ID, serviceId, [newId()]],
            )
            return id
          },
          end: async (how) => void (await client.query(how)),
        }
      }),
    )
  return {
    key,
    services: [newId(), newId(), newId()],
    withSuperuser: (work) => withSuperuser(fresh.superUrl, work),
    withWriter,
    write: (serviceId) =>
      withWriter(async (begin) => {
        const writer = await begin()
        const id = await writer.write(serviceId)
        await writer.end('commit')
        return id
      }),
    seal,
    sealAll: async () => {
      let sealed = 0
      do sealed += await seal()
      while (await waiting())
      return sealed
    },
    verify: ({ withoutAnchor = false } = {}) =>
      verifyTrail({ publicKey: key.publicKey, anchor: withoutAnchor ? new Map() : readAnchor(anchorFile) }),
    anchorFile,
    close: async () => {
      await closeDatabase()
      await fresh.drop()
      rmSync(folder, { recursive: true })
    },
  }
}
