import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { TrailCheck } from '@throughcare/db/audit/trail-repository'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Connection, openTrailScene, type TrailScene } from '../../testing/trail-scene.ts'
import { signHead } from './sign-head.ts'

/** Three batches of three entries for one service, and one of another. */
type Sealed = {
  trail: TrailScene
  service: string
  other: string
  entries: readonly string[]
  others: readonly string[]
}

const TABLES = ['audit_entry', 'audit_seal', 'audit_head'] as const
let sealed: Sealed
let anchor: string

beforeAll(async () => {
  const trail = await openTrailScene()
  const [service, other] = trail.services
  const entries: string[] = []
  const others: string[] = []
  for (let batch = 0; batch < 3; batch += 1) {
    for (let each = 0; each < 3; each += 1) entries.push(await trail.write(service))
    if (batch === 1) others.push(await trail.write(other), await trail.write(other))
    await trail.sealAll()
  }
  await signHead(trail.key, 0)
  await trail.withSuperuser((client) =>
    client.query(TABLES.map((table) => `create table kept_${table} as table ${table}`).join(';')),
  )
  anchor = readFileSync(trail.anchorFile, 'utf8')
  sealed = { trail, service, other, entries, others }
  expect(await trail.verify()).toEqual({ entries: 11, seals: expect.any(Number), fault: null })
})
afterEach(() =>
  tamper(sealed.trail, async (client) => {
    await client.query('select app.ensure_audit_partitions()')
    for (const table of TABLES) await client.query(`truncate ${table}; insert into ${table} table kept_${table}`)
    writeFileSync(sealed.trail.anchorFile, anchor)
  }),
)
afterAll(() => sealed.trail.close())

/** As somebody with every right of the database: no trigger stops them. */
const tamper = (trail: TrailScene, work: (client: Connection) => Promise<unknown>) =>
  trail.withSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    await work(client)
  })

type Fault = Omit<NonNullable<TrailCheck['fault']>, 'sequence'>
type Tampering = {
  what: string
  how: (client: Connection, sealed: Sealed) => Promise<unknown>
  finds: (sealed: Sealed) => Partial<Fault> & { sequence?: number | null }
}
const at = (ids: readonly string[], place: number): string => ids[place] ?? ''

/** Every column of an entry but its key. */
const EDITS: Readonly<Record<string, string>> = {
  at: `at + interval '1 millisecond'`,
  account_id: 'gen_random_uuid()',
  role: `'nurse'`,
  action: `'test.read'`,
  outcome: `'refused'`,
  asked_id: 'gen_random_uuid()',
  episode_ids: 'array[gen_random_uuid()]',
  relations: `array['own']`,
  person_ids: `'{}'`,
  fields: `array['name']`,
  request_id: 'gen_random_uuid()',
}

const TAMPERINGS: readonly Tampering[] = [
  ...Object.entries(EDITS).map(([column, value]) => ({
    what: `edits ${column}`,
    how: (client: Connection, { entries }: Sealed) =>
      client.query(`update audit_entry set ${column} = ${value} where id = $1`, [at(entries, 4)]),
    finds: ({ service, entries }: Sealed) => ({
      what: 'altered' as const,
      serviceId: service,
      entryId: at(entries, 4),
    }),
  })),
  {
    what: 'moves an entry to another service',
    how: (client, { entries, other }) =>
      client.query('update audit_entry set service_id = $2 where id = $1', [at(entries, 4), other]),
    finds: ({ entries }) => ({ entryId: at(entries, 4) }),
  },
  {
    what: 'gives an entry another id',
    how: (client, { entries }) =>
      client.query('update audit_entry set id = gen_random_uuid() where id = $1', [at(entries, 4)]),
    finds: ({ service }) => ({ what: 'put-in', serviceId: service }),
  },
  {
    what: 'moves an entry to another transaction',
    how: (client, { entries }) => client.query('update audit_entry set xid = 3 where id = $1', [at(entries, 4)]),
    finds: ({ service, entries }) => ({ what: 'taken-out', serviceId: service, entryId: at(entries, 0) }),
  },
  {
    what: 'deletes an entry',
    how: (client, { entries }) => client.query('delete from audit_entry where id = $1', [at(entries, 4)]),
    finds: ({ service, entries }) => ({ what: 'taken-out', serviceId: service, entryId: at(entries, 4), sequence: 2 }),
  },
  {
    what: 'deletes the last entry',
    how: (client, { entries }) => client.query('delete from audit_entry where id = $1', [at(entries, 8)]),
    finds: ({ service, entries }) => ({ what: 'taken-out', serviceId: service, entryId: at(entries, 8), sequence: 3 }),
  },
  {
    what: 'deletes what two services did',
    how: (client, { entries, others }) =>
      client.query('delete from audit_entry where id = any ($1)', [[at(entries, 7), at(others, 0)]]),
    finds: ({ other, others }) => ({ what: 'taken-out', serviceId: other, entryId: at(others, 0) }),
  },
  {
    what: 'inserts an entry among sealed ones',
    how: (client, { entries }) =>
      client.query(
        `insert into audit_entry (id, at, xid, account_id, service_id, role, action)
         select 'ffffffff-ffff-7fff-bfff-ffffffffffff', at, xid, account_id, service_id, role, action from audit_entry where id = $1`,
        [at(entries, 4)],
      ),
    finds: ({ service }) => ({ what: 'put-in', serviceId: service, entryId: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }),
  },
  {
    what: 'inserts an entry of a service that has no chain',
    how: (client, { trail, entries }) =>
      client.query(
        `insert into audit_entry (id, at, xid, account_id, service_id, role, action)
         select 'ffffffff-ffff-7fff-bfff-ffffffffffff', at, xid, account_id, $2, role, action from audit_entry where id = $1`,
        [at(entries, 4), trail.services[2]],
      ),
    finds: ({ trail }) => ({
      what: 'put-in',
      serviceId: trail.services[2],
      entryId: 'ffffffff-ffff-7fff-bfff-ffffffffffff',
    }),
  },
  {
    what: 'swaps what two entries say',
    how: (client, { entries }) =>
      client.query(
        `update audit_entry e set person_ids = o.person_ids, at = o.at from audit_entry o
         where (e.id, o.id) in (($1, $2), ($2, $1))`,
        [at(entries, 3), at(entries, 6)],
      ),
    finds: ({ service, entries }) => ({ what: 'altered', serviceId: service, entryId: at(entries, 3) }),
  },
  {
    what: 'swaps the places of two entries',
    how: (client, { entries }) =>
      client.query(
        `update audit_entry e set xid = o.xid from audit_entry o where (e.id, o.id) in (($1, $2), ($2, $1))`,
        [at(entries, 3), at(entries, 6)],
      ),
    finds: ({ service, entries }) => ({ what: 'taken-out', serviceId: service, entryId: at(entries, 3) }),
  },
  {
    what: 'truncates the trail',
    how: (client) => client.query('truncate audit_entry'),
    finds: ({ service, entries }) => ({ what: 'taken-out', serviceId: service, entryId: at(entries, 0), sequence: 1 }),
  },
  {
    what: 'drops the partition of the month',
    how: (client) => client.query(`drop table audit_entry_${new Date().toISOString().slice(0, 7).replace('-', '_')}`),
    finds: ({ service, entries }) => ({ what: 'taken-out', serviceId: service, entryId: at(entries, 0), sequence: 1 }),
  },
  {
    what: 'takes out the last batch with its entries',
    how: async (client, { entries, service }) => {
      await client.query('delete from audit_entry where id = any ($1)', [entries.slice(6)])
      await client.query('delete from audit_seal where service_id = $1 and sequence = 3', [service])
    },
    finds: ({ service, entries }) => ({
      what: 'seal-missing',
      serviceId: service,
      entryId: at(entries, 6),
      sequence: 3,
    }),
  },
  {
    what: 'takes out the last batch and leaves its entries',
    how: (client, { service }) =>
      client.query('delete from audit_seal where service_id = $1 and sequence = 3', [service]),
    finds: ({ service }) => ({ what: 'seal-missing', serviceId: service, sequence: 3 }),
  },
  {
    what: 'takes out a batch in the middle',
    how: (client, { service }) =>
      client.query('delete from audit_seal where service_id = $1 and sequence = 2', [service]),
    finds: ({ service }) => ({ what: 'seal-missing', serviceId: service, sequence: 2 }),
  },
  {
    what: 'empties everything',
    how: (client) => client.query('truncate audit_entry, audit_seal, audit_head'),
    finds: () => ({ what: 'seal-missing', sequence: 1 }),
  },
  {
    what: 'edits an entry and the hash in its batch',
    how: async (client, { service, entries }) => {
      await client.query(`update audit_entry set fields = '{name}' where id = $1`, [at(entries, 3)])
      await client.query(
        `update audit_seal set entry_hashes = sha256('x') || substr(entry_hashes, 33) where service_id = $1 and sequence = 2`,
        [service],
      )
    },
    finds: ({ service, entries }) => ({
      what: 'seal-altered',
      serviceId: service,
      sequence: 2,
      entryId: at(entries, 3),
    }),
  },
  {
    what: 'edits an entry, and writes its chain anew with another key',
    how: async (client, { service, entries }) => {
      const { privateKey } = generateKeyPairSync('ed25519')
      await client.query(`update audit_entry set fields = '{name}' where id = $1`, [at(entries, 3)])
      const { rows } = await client.query<{ sequence: string }>(
        'select sequence from audit_seal where service_id = $1',
        [service],
      )
      for (const { sequence } of rows) {
        const hash = createHash('sha256').update(`forged ${sequence}`).digest()
        await client.query('update audit_seal set hash = $3, signature = $4 where service_id = $1 and sequence = $2', [
          ...[service, sequence, hash, sign(null, Buffer.from(hash.toString('hex')), privateKey)],
        ])
      }
    },
    finds: ({ service, entries }) => ({
      what: 'seal-altered',
      serviceId: service,
      sequence: 1,
      entryId: at(entries, 0),
    }),
  },
  {
    what: 'edits a signed head',
    how: (client) => client.query(`update audit_head set document = replace(document, '"sequence":3', '"sequence":2')`),
    finds: () => ({ what: 'head-altered', sequence: 1, entryId: null }),
  },
]

describe('the verifier names the first bad entry or batch when somebody with every right', () => {
  it.each(TAMPERINGS)('I02: $what', async ({ how, finds }) => {
    await tamper(sealed.trail, (client) => how(client, sealed))
    expect(await sealed.trail.verify()).toMatchObject({ fault: finds(sealed) })
  })

  it('I02: takes out the last batch and the file beside the database: the signed head still knows', async () => {
    const { trail, service, entries } = sealed
    await tamper(trail, async (client) => {
      await client.query('delete from audit_entry where id = any ($1)', [entries.slice(6)])
      await client.query('delete from audit_seal where service_id = $1 and sequence = 3', [service])
    })
    rmSync(trail.anchorFile)
    expect(await trail.verify()).toMatchObject({
      fault: { what: 'seal-missing', serviceId: service, sequence: 3, entryId: at(entries, 6) },
    })
  })

  it('I02: empties the batches: they are not begun anew over what was altered, and it is told', async () => {
    const { trail, service } = sealed
    await tamper(trail, (client) => client.query('truncate audit_seal'))
    await expect(trail.sealAll()).rejects.toThrow('trail altered')
    expect(await trail.verify()).toMatchObject({ fault: { what: 'seal-missing', serviceId: service, sequence: 1 } })
    await trail.withSuperuser(async (client) => {
      const { rows } = await client.query('select app.trail_broken_since() is not null as told')
      expect(rows).toEqual([{ told: true }])
    })
  })
})

it('what was written meanwhile is left out, and is not bad', async () => {
  await sealed.trail.write(sealed.service)
  expect(await sealed.trail.verify()).toMatchObject({ entries: 11, fault: null })
})

it('I02: every column of an entry is sealed', () =>
  sealed.trail.withSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'audit_entry'::regclass and attnum > 0 and not attisdropped`,
    )
    const tried = [...Object.keys(EDITS), 'id', 'xid', 'service_id']
    expect(rows.map(({ name }) => name).filter((name) => !tried.includes(name))).toEqual([])
  }))
