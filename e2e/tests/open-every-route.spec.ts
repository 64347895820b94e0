import { expect, test } from '@playwright/test'
import { closedIn } from '@throughcare/api/matrix/canaries'
import type { Hat } from '@throughcare/api/matrix/hats'
import { leaksIn } from '@throughcare/api/matrix/leaks'
import { SITUATIONS, type SituationName } from '@throughcare/api/matrix/situations'
import { type Stage, setStage, situationsOf } from '@throughcare/api/matrix/stage'
import { ghostCase } from '@throughcare/api/matrix/stored-case'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import { cloneDatabase } from '@throughcare/db/testing/clone-database'
import { castIn } from '@throughcare/db/testing/scene'
import pg from 'pg'
import { type Addressed, everyRoute } from '../routes.ts'
import { placeOf, ready, start, stop } from '../serve.ts'
import { theWorld } from '../world.ts'

/** In `npm test` every second cell of each page; EVERY_ROUTE=all walks all of them. */
const STEP = process.env.EVERY_ROUTE === 'all' ? 1 : 2
/** Fetched at the same time: the machine has two cores, and PostgreSQL wants one. */
const AT_ONCE = 6
/** In these the service learns nothing of the case: whoever asks hears what they would hear of an id that never was. */
const KNOWS_NOTHING: readonly string[] = ['none']

type Cell = { hat: Hat; situation: SituationName; address: string; of: Addressed; like: string | null }
type Answer = { status: number; text: string }

let stage: Stage
let origin: string
let end: () => Promise<void>

test.beforeAll(async () => {
  const database = await cloneDatabase(theWorld().cluster)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const cast = await castIn(owner, null)
  await owner.query(`insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())`, [STORY_STARTS])
  stage = await setStage({ owner, ...cast })
  const place = await placeOf(database.appUrl)
  origin = place.origin
  const web = start('every-route', '../apps/web/server.ts', place.env)
  await ready(origin)
  end = async () => {
    await stop(web)
    await owner.end()
    await database.drop()
  }
})
test.afterAll(() => end())

test('A01: every page shows every role in every relation only what is open to them, and nothing of others', async () => {
  test.setTimeout(300_000)
  const routes = everyRoute()
  const cells: Cell[] = []
  for (const { pattern, isAboutACase, addresses } of routes) {
    const isNew = pairs()
    for (const hat of stage.hats)
      for (const situation of isAboutACase ? situationsOf(hat) : (['stranger'] as const)) {
        if (!isNew(hat, isAboutACase ? SITUATIONS[situation].relation : 'list')) continue
        const of = await addressed(hat, situation)
        const ghosts = addresses({
          ...ghostCase(of.isInside),
          letterIds: of.letterIds.map(() => ghostCase(true).planId),
        })
        const isHidden = isAboutACase && KNOWS_NOTHING.includes(SITUATIONS[situation].relation)
        for (const [place, address] of addresses(of).entries())
          cells.push({ hat, situation, address, of, like: isHidden ? (ghosts[place] ?? null) : null })
      }
    expect(
      cells.some(({ address }) => address.split('/')[1] === pattern.split('/')[1]),
      pattern,
    ).toBe(true)
  }
  const faults: string[] = []
  const shown = new Set<string>()
  const walked = cells.filter((_, place) => place % STEP === 0)
  await inTurn(walked, async (cell) => {
    const answer = await ask(cell.hat, cell.address)
    faults.push(...(await faultsOf(cell, answer)))
    if (answer.text.includes(cell.of.familyName)) shown.add(cell.address.replaceAll(/[0-9a-f-]{36}/g, '…'))
  })
  console.log(
    `Pages: ${routes.length}, cells: ${walked.length} of ${cells.length}, addresses that name their case to somebody: ${shown.size}`,
  )
  expect(faults).toEqual([])
  expect(cells.length).toBeGreaterThan(1_000)
  expect(shown.size).toBeGreaterThan(10)
})

/** Each role in each relation, and each role at each kind of service, once. */
function pairs(): (hat: Hat, relation: string) => boolean {
  const seen = new Set<string>()
  return ({ role, kind }, relation) => {
    const tells = [`${role} ${relation}`, `${role} at ${kind}`]
    const isNew = tells.some((each) => !seen.has(each))
    for (const each of tells) seen.add(each)
    return isNew
  }
}

async function addressed(hat: Hat, situation: SituationName): Promise<Addressed> {
  const of = stage.standing(hat, situation)
  const { rows } = await stage.owner.query<{ id: string }>(
    'select id from evidence_letter where episode_id = $1 order by kind',
    [of.episodeId],
  )
  return { ...of, letterIds: rows.map(({ id }) => id) }
}

async function ask(hat: Hat, address: string): Promise<Answer> {
  const answer = await fetch(`${origin}${address}`, {
    redirect: 'manual',
    headers: { cookie: `__Host-throughcare-session=${hat.sid}` },
  })
  return { status: answer.status, text: await answer.text() }
}

async function faultsOf({ hat, situation, address, of, like }: Cell, { status, text }: Answer): Promise<string[]> {
  const where = `${address.replaceAll(/[0-9a-f-]{36}/g, '…')}, ${hat.name}, ${situation}`
  // The page repeats the address that was asked for: that much was known.
  const asked = address.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
  const told = asked.reduce((left, id) => left.replaceAll(id, ''), text)
  const leaks = await leaksIn(stage.owner, hat.actor.serviceId, told)
  const closed = await closedIn(stage.owner, hat, told)
  const faults = [
    ...(status >= 500 ? [`broke with ${status}`] : []),
    ...leaks.map((what) => `shows somebody else's ${what}`),
    ...closed.map((what) => `shows what is closed: ${what}`),
  ]
  if (like !== null) {
    if (text.includes(of.familyName)) faults.push('names somebody of whom nothing may be known')
    const ghost = await ask(hat, like)
    if (ghost.status !== status) faults.push(`${status}, but ${ghost.status} for an id that never was`)
  }
  return faults.map((fault) => `${where}: ${fault}`)
}

async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0
  const one = async () => {
    for (let at = next++; at < all.length; at = next++) await work(all[at] as T)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}
