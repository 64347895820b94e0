import { describe, expect, it } from 'vitest'
import type { Place, Places } from './country-places.ts'
import { countrySize, DOSES_OF_EPISODE, dayOfPastRelease, HANDOFFS_OF_EPISODE, shareOf } from './country-size.ts'
import { draw, idFor } from './draw.ts'
import { DAILY_DOSES, DAY, DEPOT_DOSES, type EpisodeShape, isAgain, Shapes } from './episode-shape.ts'

const NOW = Date.UTC(2026, 2, 26, 9)
const place = (id: string): Place => ({ id, kind: 'prison-health', workers: ['w'], managers: [] })
const prisons = Array.from({ length: 60 }, (_, at) => place(`prison ${at}`))
const places: Places = { prisons, byKind: {}, busy: place('busy'), busyPrison: prisons[0] as Place, sessions: [] }

const shapesOf = (episodes: number, seed = 1) => [...new Shapes(countrySize(episodes), seed, NOW, places)]
const sum = (shapes: readonly EpisodeShape[], of: (shape: EpisodeShape) => number) =>
  shapes.reduce((all, shape) => all + of(shape), 0)
const dosesOf = ({ treatment }: EpisodeShape) =>
  treatment === 'daily' ? DAILY_DOSES : treatment === 'depot' ? DEPOT_DOSES : 0

describe.each([200, 10_000, 40_000])('a country of %i episodes', (episodes) => {
  const shapes = shapesOf(episodes)

  it('has exactly as many episodes, handoffs and doses as it says, and the busy inbox is full', () => {
    expect(shapes).toHaveLength(episodes)
    expect(sum(shapes, ({ handoffs }) => handoffs)).toBe(HANDOFFS_OF_EPISODE * episodes)
    expect(sum(shapes, dosesOf)).toBe(DOSES_OF_EPISODE * episodes)
    expect(sum(shapes, ({ isBusy }) => Number(isBusy))).toBe(countrySize(episodes).busyInbox)
  })

  it('releases in order, those before now and nobody after, each admitted before', () => {
    const out = shapes.filter(({ releasedAt }) => releasedAt !== null)
    expect(out).toHaveLength(episodes - countrySize(episodes).inside)
    for (const { admitted, releasedAt, releaseDay } of shapes) {
      if (releasedAt !== null) expect(releasedAt).toBeLessThan(NOW)
      expect(admitted).toBeLessThanOrEqual(releaseDay ?? NOW)
    }
  })

  it('hands nothing over of whom nobody knows a day, and never more areas than there are', () => {
    for (const { handoffs, releaseDay } of shapes) expect(handoffs).toBeLessThanOrEqual(releaseDay === null ? 0 : 7)
  })
})

it('somebody who comes again was let go before', () => {
  const shapes = shapesOf(40_000)
  const again = shapes.filter(({ index }) => isAgain(index))
  expect(again.length).toBeGreaterThan(4_000)
  for (const { personOf, admitted, legalStatus } of again) {
    expect(legalStatus).toBe('recalled')
    expect(shapes[personOf]?.releasedAt).toBeLessThan(admitted)
  }
  expect(new Set(again.map(({ personOf }) => personOf)).size).toBe(again.length)
})

it('the same seed makes the same country, another seed another', () => {
  expect(shapesOf(500)).toEqual(shapesOf(500))
  expect(shapesOf(500, 2)).not.toEqual(shapesOf(500))
})

it('tells only the last eighteen months in full', () => {
  const oldest = shapesOf(110_000).find(({ isDetailed }) => isDetailed)
  expect((NOW - (oldest?.releasedAt ?? 0)) / DAY).toBeCloseTo(countrySize(110_000).detailDays, -1)
})

it('a week has its Friday: two releases in seven fall on it', () => {
  // Today is a Thursday.
  const days = Array.from({ length: 1_150 }, (_, back) => dayOfPastRelease(back, 3))
  expect(days.filter((day) => day === -6)).toHaveLength(330)
  expect(new Set(days)).toEqual(new Set([-1, -2, -3, -4, -5, -6, -7]))
  expect(dayOfPastRelease(1_150, 3)).toBe(-8)
})

it('shares a total out without a rest, and ids are once and of our form', () => {
  expect(Array.from({ length: 7 }, (_, at) => shareOf(30, at, 7)).reduce((all, each) => all + each)).toBe(30)
  const ids = Array.from({ length: 100 }, (_, at) => idFor('dose', NOW, at, at % 66))
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7000-8000-[0-9a-f]{12}$/)
  expect(draw(1, 2, 3)).toBe(draw(1, 2, 3))
})
