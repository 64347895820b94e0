import { asActor } from '@throughcare/db/as-actor'
import type { CastPerson } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { AddFigureAnnotationInput } from '@throughcare/domain/figure-annotation/figure-annotation-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const as = (who: CastPerson) => scene.as(scene.people[who]).figureAnnotation
const input = (more: object = {}) =>
  AddFigureAnnotationInput.parse({
    requestId: newId(),
    kind: 'happening',
    indicator: 'dose-within-48-hours',
    month: '2026-03',
    name: 'Pharmacy B closed',
    note: null,
    percent: null,
    ...more,
  })
const namesOf = async (who: CastPerson) => (await as(who).list()).annotations.map(({ name }) => name)

describe('what a manager writes on the charts', () => {
  it('is read by the own service with who and when, and by nobody else', async () => {
    await as('northgateManager').add(input())
    const { annotations, mayWrite } = await as('northgateNurse').list()
    expect(mayWrite).toBe(false)
    expect(annotations).toMatchObject([
      {
        kind: 'happening',
        month: '2026-03',
        name: 'Pharmacy B closed',
        writtenBy: scene.people.northgateManager.displayName,
        writtenAt: expect.stringContaining('2026-03-26T09:00'),
        withdrawnAt: null,
      },
    ])
    expect(await Promise.all((['eastfieldNurse', 'harbourManager', 'regionManager'] as const).map(namesOf))).toEqual([
      [],
      [],
      [],
    ])
  })

  it('is written once, however often the press arrives', async () => {
    const press = input({ name: 'Pressed twice' })
    const first = await as('northgateManager').add(press)
    expect(await as('northgateManager').add(press)).toEqual(first)
    expect((await namesOf('northgateManager')).filter((name) => name === 'Pressed twice')).toHaveLength(1)
  })

  it('is about a month that has begun', async () => {
    expect(await refusalOf(as('northgateManager').add(input({ month: '2026-04' })))).toMatchObject({
      code: 'invalid-input',
    })
  })

  it('is not read where the figure is not: housing learns of no treatment', async () => {
    await scene.owner.query(
      `insert into figure_annotation (id, service_id, kind, indicator, month, name, written_at, written_by)
       values ($1, $2, 'happening', 'dose-within-48-hours', '2026-03', 'from before', now(), $3)`,
      [newId(), scene.services.haven, scene.people.havenWorker.accountId],
    )
    expect(await namesOf('havenWorker')).toEqual([])
  })

  it('is withdrawn once, by a manager of the same service, and stays in the list', async () => {
    const { annotationId } = await as('harbourManager').add(input({ name: 'To go' }))
    const withdraw = (who: CastPerson) => as(who).withdraw({ annotationId, requestId: newId() })
    expect(await refusalOf(withdraw('northgateManager'))).toMatchObject({ code: 'not-found' })
    expect(await refusalOf(withdraw('harbourWorker'))).toMatchObject({ code: 'not-allowed' })
    await withdraw('harbourManager')
    expect(await refusalOf(withdraw('harbourManager'))).toMatchObject({
      code: 'changed-meanwhile',
      details: { changedBy: scene.people.harbourManager.displayName },
    })
    expect((await as('harbourWorker').list()).annotations).toMatchObject([
      {
        name: 'To go',
        withdrawnBy: scene.people.harbourManager.displayName,
        withdrawnAt: expect.stringContaining('2026-03-26T09:00'),
      },
    ])
  })

  it.each([
    ['new limits without a note', { kind: 'new-limits' }],
    ['a target of every figure', { kind: 'target', indicator: null, percent: 80 }],
    ['a target without a number', { kind: 'target' }],
    ['a happening with a number', { percent: 80 }],
    ['no name', { name: ' ' }],
    ['101 per cent', { kind: 'target', percent: 101 }],
  ])('is refused: %s', (_, more) => {
    expect(() => input(more)).toThrow()
  })
})

describe('the database alone', () => {
  const write = (who: CastPerson, more: Partial<Record<'service_id' | 'written_by', string>> = {}) => {
    const actor = scene.people[who]
    return asActor(
      actor,
      ({ tx }) => tx.$executeRaw`
        insert into figure_annotation (id, service_id, kind, month, name, written_at, written_by)
        values (${newId()}::uuid, ${more.service_id ?? actor.serviceId}::uuid, 'happening', '2026-03', 'forged', now(),
          ${more.written_by ?? actor.accountId}::uuid)`,
    ).then(
      () => 'written',
      () => 'refused',
    )
  }

  it.each<[string, CastPerson, () => object, string]>([
    ['a nurse', 'eastfieldNurse', () => ({}), 'refused'],
    ['a manager', 'harbourManager', () => ({}), 'written'],
    ['in another name', 'harbourManager', () => ({ written_by: scene.people.harbourWorker.accountId }), 'refused'],
    ['on the charts of another service', 'harbourManager', () => ({ service_id: scene.services.northgate }), 'refused'],
    ['an administrator', 'administrator', () => ({}), 'refused'],
  ])('%s', async (_, who, more, expected) => {
    expect(await write(who, more())).toBe(expected)
  })

  it('changes and empties nothing', async () => {
    await write('harbourManager')
    for (const statement of [
      'update figure_annotation set name = $$x$$',
      'delete from figure_annotation',
      'truncate figure_annotation cascade',
    ])
      await expect(
        asActor(scene.people.harbourManager, ({ tx }) => tx.$executeRawUnsafe(statement)),
        statement,
      ).rejects.toThrow('permission denied')
    await expect(scene.owner.query('delete from figure_annotation')).rejects.toThrow()
  })
})
