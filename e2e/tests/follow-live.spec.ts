import type { Page } from '@playwright/test'
import { expect, openBrowser, signIn, test } from '../people.ts'

/** Opens a page and waits until it follows, which it begins to when it stands still. */
async function openLive(page: Page, address: string): Promise<void> {
  const stream = page.waitForRequest((request) => request.url().includes('live.follow'))
  await page.goto(address)
  await stream
}

/** Milliseconds from a press on one side to what the other side then sees, without anybody loading a page. */
async function untilSeen(press: () => Promise<void>, seen: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await Promise.all([press(), seen()])
  return performance.now() - from
}

/** What a busy machine may take in a journey: far less than the half minute of a page that nobody tells. The proof `live` measures
 * the second that is promised. */
const AT_MOST_MS = 10_000

test('both sides are open: sent, asked, answered, acknowledged and taken, each seen at once by the other side', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  const one = await story.aCase({
    familyName: 'Aas',
    givenNames: 'Liv',
    items: [{ area: 'omt', code: 'omt-first-dose' }],
  })
  const took: Record<string, number> = {}
  await openLive(worker, '/inbox')
  await nurse.goto(`/cases/${one.episodeId}/hand-over`)
  await nurse.getByRole('radio', { name: 'Harbour Recovery' }).first().check()
  await nurse.getByRole('button', { name: 'Send one handoff' }).click()
  took.sent = await untilSeen(
    () => nurse.getByRole('dialog').getByRole('button', { name: /Send/ }).click(),
    () => worker.getByRole('link', { name: /Aas/ }).first().waitFor(),
  )

  await worker.getByRole('link', { name: /Aas/ }).first().click()
  await worker.waitForURL(/\/handoffs\//)
  const address = new URL(worker.url()).pathname
  await openLive(nurse, address)
  await nurse.getByLabel('Ask Harbour Recovery').fill('Has she a lift to you on Friday?')
  took.asked = await untilSeen(
    () => nurse.getByRole('button', { name: 'Ask', exact: true }).click(),
    () => worker.getByText('Has she a lift to you on Friday?').first().waitFor(),
  )
  // What the nurse types meanwhile stays while the page changes under it.
  await nurse.getByLabel('Ask Harbour Recovery').fill('And who meets')
  await worker.getByLabel('Your answer').fill('Sam drives.')
  took.answered = await untilSeen(
    () => worker.getByRole('button', { name: 'Answer', exact: true }).click(),
    () => nurse.getByText('Sam drives.').first().waitFor(),
  )
  took.acknowledged = await untilSeen(
    () => worker.getByRole('button', { name: /^Acknowledge/ }).click(),
    () => nurse.getByText('The service has it').first().waitFor(),
  )
  took.accepted = await untilSeen(
    () => worker.getByRole('button', { name: /^I take it/ }).click(),
    () => nurse.getByText('A worker has it').first().waitFor(),
  )
  await expect(nurse.getByLabel('Ask Harbour Recovery')).toHaveValue('And who meets')
  console.log(
    `From press to the other side's screen, ms: ${JSON.stringify(took, (_key, ms) => (typeof ms === 'number' ? Math.round(ms) : ms))}`,
  )
  for (const ms of Object.values(took)) expect(ms).toBeLessThan(AT_MOST_MS)
})

test('a press is on the other side’s screen within a second', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  const presses = Number(process.env.LIVE_PRESSES ?? 4)
  test.setTimeout(60_000 + presses * 5_000)
  const times: number[] = []
  for (let press = 0; press < presses; press += 1) {
    const one = await story.aCase({ familyName: `Dahl ${press}`, givenNames: 'Eva' })
    const handoffId = await story.aHandoff(one, { area: 'omt' })
    await openLive(nurse, `/handoffs/${handoffId}`)
    await worker.goto(`/handoffs/${handoffId}`)
    times.push(
      await untilSeen(
        () => worker.getByRole('button', { name: /^I take it/ }).click(),
        () => nurse.getByText('A worker has it').first().waitFor(),
      ),
    )
  }
  const p95 = times.toSorted((left, right) => left - right)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN
  console.log(`${presses} presses, p95 ${Math.round(p95)} ms: ${times.map(Math.round).join(' ')}`)
  expect(p95).toBeLessThan(AT_MOST_MS)
})

test('one stream serves all tabs, the next tab takes it over, and without one a page looks every half minute', async ({
  browser,
  story,
}) => {
  const one = await story.aCase({ familyName: 'Bakke', givenNames: 'Rune' })
  const first = await openBrowser(browser)
  await signIn(first, 'harbourSecondWorker')
  let streams = 0
  first.context().on('request', (request) => {
    if (request.url().includes('live.follow')) streams += 1
  })
  await openLive(first, '/inbox')
  const second = await first.context().newPage()
  await second.goto('/inbox')
  await expect.poll(() => second.evaluate(async () => (await navigator.locks.query()).pending?.length)).toBe(1)
  await story.aHandoff(one, { area: 'omt' })
  await expect(second.getByRole('link', { name: /Bakke/ }).first()).toBeVisible()
  expect(streams).toBe(1)
  // The tab that reads goes: the next one reads on.
  const takenOver = first.context().waitForEvent('request', (request) => request.url().includes('live.follow'))
  await first.close()
  expect((await takenOver).url()).toMatch(/lastEventId=\d+/)
  await second.context().close()

  const blocked = await openBrowser(browser)
  await blocked.clock.install({ time: new Date('2026-03-26T09:00:00Z') })
  await signIn(blocked, 'harbourSecondWorker')
  await blocked.route('**/live.follow*', (route) => route.abort())
  await blocked.goto('/inbox')
  await expect(blocked.getByRole('heading', { level: 1 })).toBeVisible()
  const tried = blocked.waitForRequest((request) => request.url().includes('live.follow'))
  await blocked.clock.runFor(1_000)
  await tried
  const two = await story.aCase({ familyName: 'Cederberg', givenNames: 'Tor' })
  await story.aHandoff(two, { area: 'omt' })
  await blocked.clock.runFor(62_000)
  await expect(blocked.getByRole('link', { name: /Cederberg/ }).first()).toBeVisible()
  await blocked.context().close()
})

test('a page whose session is over asks once, and no more until somebody signs in again', async ({ browser }) => {
  const left = await openBrowser(browser)
  await left.clock.install({ time: new Date('2026-03-26T09:00:00Z') })
  await signIn(left, 'harbourSecondWorker')
  await openLive(left, '/inbox')
  const elsewhere = await openBrowser(browser)
  await signIn(elsewhere, 'harbourSecondWorker')
  await elsewhere.goto('/settings/sign-in')
  await elsewhere.getByRole('button', { name: 'End all others' }).click()
  await expect(left.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible({ timeout: 15_000 })
  let asked = 0
  left.on('request', (request) => {
    if (request.url().includes('/api/trpc/')) asked += 1
  })
  await left.clock.runFor(10 * 60_000)
  expect(asked).toBe(0)
  await elsewhere.context().close()
  await left.context().close()
})

test('H109: a date that a colleague changed while somebody typed is never written over unseen, and what nobody touched follows', async ({
  story,
  northgateNurse: nurse,
  northgateSecondNurse: colleague,
}) => {
  const { episodeId } = await story.aCase({ familyName: 'Lind', givenNames: 'Per', releaseDate: '2026-04-02' })
  const moveTo = async (day: string) => {
    await colleague.goto(`/cases/${episodeId}`)
    await colleague.getByText('Change the date', { exact: true }).first().click()
    await colleague.getByRole('group', { name: 'Release date' }).getByLabel('Day').fill(day)
    await colleague.getByRole('button', { name: 'Save the date' }).click()
  }
  await openLive(nurse, `/cases/${episodeId}`)
  await nurse.getByText('Change the date', { exact: true }).first().click()
  const day = nurse.getByRole('group', { name: 'Release date' }).getByLabel('Day')
  await nurse.getByLabel('Why (optional)').fill('heard from the court')
  await moveTo('9')
  await expect(nurse.getByText('Thu 9 Apr 2026, confirmed')).toBeVisible()
  await expect(day).toHaveValue('02')
  await nurse.getByRole('button', { name: 'Save the date' }).click()
  const refusal = nurse.getByRole('main').getByRole('alert')
  await expect(refusal).toContainText('Changed meanwhile')
  await expect(nurse.getByText('Thu 9 Apr 2026, confirmed')).toBeVisible()

  await refusal.getByRole('button', { name: 'Load what is stored now' }).click()
  await expect(day).toHaveValue('09')
  await moveTo('16')
  await expect(day).toHaveValue('16')
})

const PLACE = {
  open: 'Say it for: First night',
  field: 'Address',
  press: 'Save the place',
  done: 'The place is saved.',
}
/** The pages on which nobody is told live: they are read again when somebody presses another form of theirs. */
const FORMS = [
  { what: 'a place', page: 'circumstances', form: PLACE, other: { ...PLACE, open: 'Say it for: First week' } },
  {
    what: 'a supporter',
    page: 'supporters',
    form: { open: /^Change /, field: 'Who', press: 'Keep the supporter', done: 'Kept.' },
    other: { open: 'Ask and write down', field: 'When, in their words', press: 'Save', done: 'Saved.' },
  },
] as const
for (const { what, page, form, other } of FORMS)
  test(`H109: ${what} that a colleague changed while somebody typed is not written over unseen, and what nobody touched follows`, async ({
    story,
    northgateNurse: nurse,
    northgateSecondNurse: colleague,
  }) => {
    const { episodeId } = await story.aCase({ familyName: 'Lind', givenNames: 'Per' })
    const address = `/cases/${episodeId}/${page}`
    if (page === 'supporters') {
      await colleague.goto(address)
      await colleague.getByLabel('Who', { exact: true }).fill('Ana')
      await colleague.getByRole('button', { name: 'Keep the supporter' }).click()
      await colleague.getByText('Kept.').waitFor()
      await expect(colleague.getByLabel('Who', { exact: true }).last()).toHaveValue('')
    }
    type Form = { open: string | RegExp; field: string; press: string; done: string }
    const opened = async (side: Page, { open }: Form) => {
      const folded = side.locator('details').filter({ has: side.getByText(open) })
      if ((await folded.getAttribute('open')) === null) await folded.locator('summary').click()
      return folded
    }
    const typed = async (side: Page, one: Form, words: string) => {
      const folded = await opened(side, one)
      if (one.field === PLACE.field) await folded.getByLabel('What kind of place').selectOption({ index: 1 })
      await folded.getByLabel(one.field, { exact: true }).fill(words)
      return folded
    }
    const say = async (side: Page, one: Form, words: string) => {
      const folded = await typed(side, one, words)
      await folded.getByRole('button', { name: one.press }).click()
      await folded.getByText(one.done).waitFor()
    }
    const saysInstead = async (words: string) => {
      await colleague.goto(address)
      await say(colleague, form, words)
    }
    await nurse.goto(address)
    const mine = await typed(nurse, form, 'typed first')
    const field = mine.getByLabel(form.field, { exact: true })
    await saysInstead('said by the colleague')
    await say(nurse, other, 'evenings')
    await expect(nurse.getByText('said by the colleague').first()).toBeVisible()
    await expect(field).toHaveValue('typed first')
    await mine.getByRole('button', { name: form.press }).click()
    await expect(mine.getByRole('alert')).toContainText('Changed meanwhile')

    await mine.getByRole('button', { name: 'Load what is stored now' }).click()
    await expect(field).toHaveValue('said by the colleague')
    await saysInstead('said once more')
    await say(nurse, other, 'mornings')
    await expect(field).toHaveValue('said once more')
  })
