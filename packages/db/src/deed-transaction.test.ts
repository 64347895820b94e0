import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { asActor, soon } from './as-actor.ts'
import { sqlStateOf } from './database-error.ts'
import { Prisma } from './generated/client.ts'
import { newId } from './uuid.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.people.northgateNurse
/** A press that nobody made, as a row to write and look for. */
const pressOf = (id: string) => ({
  accountId: nurse().accountId,
  id,
  action: 'care-plan.open',
  payloadHash: Buffer.from('00', 'hex'),
  at: new Date('2026-03-26T08:00:00Z'),
})
const findPress = async (id: string) =>
  (await scene.owner.query('select id from request where id = $1', [id])).rows.length

describe('a statement written as SQL', () => {
  it('answers what Prisma would have answered, and takes what it takes', async () => {
    const at = new Date('2026-03-29T00:30:00.125Z')
    const [row] = await asActor(
      nurse(),
      ({ tx }) => tx.$queryRaw<unknown[]>`
        select 1 as int, 2::bigint as big, '1.50'::numeric as decimal, '2026-03-29'::date as day, ${at}::timestamptz as at,
          '09:30'::time as clock, '\\x00ff'::bytea as bytes, '{"a": [1]}'::jsonb as json, array['x', null] as texts,
          array['2026-03-29'::date] as days, ${[at]}::timestamptz[] as times, ${[1, 2]}::bigint[] as bigs, true as yes, null as nothing,
          'infinity'::timestamptz as never, ${new Uint8Array([1])}::bytea as sent, ${new Prisma.Decimal('0.1')}::numeric as tenth`,
    )
    expect(row).toEqual({
      int: 1,
      big: 2n,
      decimal: new Prisma.Decimal('1.5'),
      day: new Date('2026-03-29T00:00:00Z'),
      at,
      clock: new Date('1970-01-01T09:30:00Z'),
      bytes: new Uint8Array([0, 255]),
      json: { a: [1] },
      texts: ['x', null],
      days: [new Date('2026-03-29T00:00:00Z')],
      times: [at],
      bigs: [1n, 2n],
      yes: true,
      nothing: null,
      never: new Date(Number.NaN),
      sent: new Uint8Array([1]),
      tenth: new Prisma.Decimal('0.1'),
    })
  })

  it('and a model are in one transaction, and nothing of either is kept when it fails', async () => {
    const [kept, lost] = [newId(), newId()]
    await asActor(nurse(), async ({ tx }) => {
      await tx.request.createMany({ data: [pressOf(kept)] })
      expect(await tx.$queryRaw`select id from request where id = ${kept}::uuid`).toEqual([{ id: kept }])
    })
    const failing = asActor(nurse(), async ({ tx }) => {
      await tx.request.createMany({ data: [pressOf(lost)] })
      await tx.$executeRaw`update request set answer = '1' where id = ${lost}::uuid`
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect([await findPress(kept), await findPress(lost)]).toEqual([1, 0])
  })
})

describe('a statement that is not waited for', () => {
  it('is done before what is sent after it', async () => {
    const id = newId()
    const seen = await asActor(nurse(), async (deed) => {
      soon(
        deed,
        deed.tx.$executeRaw`insert into request (account_id, id, action, payload_hash, at)
        values (${nurse().accountId}::uuid, ${id}::uuid, 'care-plan.open', '\\x00', app.now())`,
      )
      return deed.tx.$queryRaw`select id from request where id = ${id}::uuid`
    })
    expect([seen, await findPress(id)]).toEqual([[{ id }], 1])
  })

  it('fails the deed with its own reason when it fails, and nothing is kept', async () => {
    const id = newId()
    const failing = asActor(nurse(), async (deed) => {
      await deed.tx.request.createMany({ data: [pressOf(id)] })
      soon(deed, deed.tx.$executeRaw`select 1 / 0`)
      await deed.tx.$queryRaw`select 1`
    })
    expect(sqlStateOf(await failing.catch((error: unknown) => error))).toBe('22012')
    expect(await findPress(id)).toBe(0)
  })
})

it('a deed that takes too long is given up, and what it still asks reaches nobody', async () => {
  const id = newId()
  const givenUp = Promise.withResolvers<void>()
  const late = Promise.withResolvers<unknown>()
  const failing = asActor(
    nurse(),
    async ({ tx }) => {
      await tx.request.createMany({ data: [pressOf(id)] })
      await givenUp.promise
      late.resolve(
        await tx.$queryRaw`select 1`.then(
          () => 'answered',
          (error: { code: string }) => error.code,
        ),
      )
    },
    { timeoutMs: 100 },
  )
  await expect(failing).rejects.toMatchObject({ code: 'P2028' })
  givenUp.resolve()
  expect([await late.promise, await findPress(id)]).toEqual(['P2028', 0])
})
