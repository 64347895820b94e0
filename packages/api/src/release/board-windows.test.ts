import { findBoard } from '@throughcare/db/release/board-repository'
import { addDays, getPlainDate, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone } from '@throughcare/domain/calendar/zone'
import { BOARD_WINDOWS, type BoardWindow } from '@throughcare/domain/release/board-input'
import { boardWindowsOf } from '@throughcare/domain/release/board-window'
import { LEGAL_STATUSES } from '@throughcare/domain/release/release-codes'
import type { BoardFacts } from '@throughcare/domain/release/release-window'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
const held = new Map<string, BoardFacts>()
const zone = getZone('Europe/London')

/** Dates around two weeks, the edges of the 28 days, the past, and none. */
const DATES = [-40, -2, -1, 0, 1, 2, 3, 14, 26, 27, 28, 29, 90].map((days) => addDays(getPlainDate('2026-03-26'), days))

/** Hours out, around the edges of the first 48. */
const HOURS_OUT = [0.5, 12, 47, 48, 49, 70, 71, 96]

beforeAll(async () => {
  scene = await openScene()
  let turn = 0
  const next = <T>(from: readonly T[]): T => from[turn++ % from.length] as T
  for (const releaseDate of [...DATES, null])
    for (const certainty of releaseDate
      ? (['confirmed', 'expected', 'could-be-any-day'] as const)
      : (['expected', 'could-be-any-day'] as const))
      for (const legalStatus of ['sentenced', next(LEGAL_STATUSES)] as const)
        await keep({ releaseDate, certainty, legalStatus, releasedAt: null, seenOutsideAt: null, zone })
  for (const hours of HOURS_OUT) {
    const at = new Date(Date.parse('2026-03-28T23:30:00Z') - hours * 3_600_000)
    const inside = {
      releaseDate: getPlainDate('2026-03-27'),
      certainty: 'confirmed',
      legalStatus: next(LEGAL_STATUSES),
      zone,
    } as const
    await keep({ ...inside, releasedAt: at, seenOutsideAt: null })
    await keep({ ...inside, releasedAt: null, seenOutsideAt: at })
  }
  await scene.aCase({ prison: 'eastfield', releaseDate: '2026-03-30' })
})
afterAll(() => scene.close())

async function keep(facts: BoardFacts): Promise<void> {
  const one = await scene.aCase({
    admittedOn: '2025-01-01',
    releaseDate: facts.releaseDate,
    certainty: facts.certainty,
    legalStatus: facts.legalStatus,
    ...(facts.releasedAt ? { releasedAt: facts.releasedAt } : {}),
  })
  if (facts.seenOutsideAt)
    await scene.owner.query(
      `insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
       values (gen_random_uuid(), $1, 'release', 'arrived', $2, $3, $2, $4)`,
      [one.episodeId, facts.seenOutsideAt, scene.services.harbour, scene.people.harbourWorker.accountId],
    )
  held.set(one.episodeId, facts)
}

async function listed(
  window: BoardWindow,
): Promise<{ ids: string[]; counts: Record<BoardWindow, number>; total: number; now: Date }> {
  const { persons, counts, total, now } = await findBoard(
    scene.people.northgateNurse,
    { window, certainty: null, legalStatus: null, sort: 'name', descending: false, limit: 500, offset: 0 },
    (board) => ({ ...board, persons: board.rows }),
  )
  return { ids: persons.map((one) => one.episodeId).toSorted(), counts, total, now }
}

describe('who stands on which list (rule REL-2)', () => {
  it.each([
    ['in the morning', '2026-03-26T09:00:00Z'],
    ['a second before midnight', '2026-03-26T23:59:58Z'],
    ['a second after midnight', '2026-03-27T00:00:01Z'],
    ['before the clocks go forward', '2026-03-28T23:59:00Z'],
    ['half past midnight in London, the day before in UTC', '2026-03-29T23:30:00Z'],
    ['after noon of a confirmed day', '2026-03-27T13:00:00Z'],
    ['48 hours after half past eleven at night, over the change', '2026-03-30T23:29:00Z'],
    ['and a moment later', '2026-03-30T23:31:00Z'],
    ['a month on', '2026-04-26T12:00:00Z'],
  ])('is the same in SQL and in the domain %s', async (_, at) => {
    await scene.setClock(new Date(at))
    for (const window of BOARD_WINDOWS) {
      const { ids, counts, total, now } = await listed(window)
      const expected = [...held].filter(([, facts]) => boardWindowsOf(facts, now).includes(window)).map(([id]) => id)
      expect(ids, window).toEqual(expected.toSorted())
      expect(counts[window]).toBe(ids.length)
      expect(total).toBe(ids.length)
    }
  })

  it('nobody who is inside with a date within 28 days, past or today, is on no list', async () => {
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    const all = new Set((await Promise.all(BOARD_WINDOWS.map(listed))).flatMap((list) => list.ids))
    const lost = [...held].filter(
      ([id, facts]) =>
        facts.releasedAt === null && isSoon(facts.releaseDate) && !all.has(id) && facts.seenOutsideAt === null,
    )
    expect(lost).toEqual([])
  })
})

function isSoon(date: PlainDate | null): boolean {
  return date !== null && date < '2026-04-23'
}
