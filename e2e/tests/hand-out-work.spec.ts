import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectInBothLooks, test } from '../people.ts'

const SUPPORT = '/inbox?area=support&out=released'

/** What came in is narrowed, kept, walked by keys and given out by who has room; then the shift and the week are told from the record. */
test('a manager gives out what came in, and the shift tells itself', async ({
  story,
  harbourManager: manager,
  harbourWorker: worker,
  northgateNurse: nurse,
}) => {
  test.setTimeout(150_000)
  const handoffs: string[] = []
  for (const [index, familyName] of ['Alder', 'Birch', 'Cedar'].entries()) {
    const one = await story.aCase({
      familyName,
      givenNames: 'Kim',
      releaseDate: '2026-03-26',
      releasedAt: new Date(`2026-03-26T0${6 + index}:00:00Z`),
    })
    await story.aTreatment(one, { dosing: 'harbour' })
    handoffs.push(await story.aHandoff(one, { area: 'support' }))
  }
  const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

  await test.step('who has room is said, by the worker and by the manager', async () => {
    await worker.goto('/team')
    await worker.getByText('Say how it is with you').click()
    await worker.getByLabel('Room for some today').check()
    await worker.getByLabel('How many more today?').fill('2')
    await worker.getByRole('button', { name: 'Save' }).click()
    await expect(rowOf(worker, 'Sam Osei').getByText('Room for 2 today')).toBeVisible()
    await manager.goto('/team')
    await manager.getByText('Say how it is: Lea Brandt').click()
    const lea = rowOf(manager, 'Lea Brandt')
    await lea.getByLabel('Away', { exact: true }).check()
    await lea.getByLabel('Day', { exact: true }).fill('28')
    await lea.getByLabel('Month').fill('3')
    await lea.getByLabel('Year').fill('2026')
    await lea.getByRole('button', { name: 'Save' }).click()
    await expect(lea.getByText('Away until Sat 28 Mar')).toBeVisible()
    await expectInBothLooks(manager, 'the team', 'light at a desk, dark at 400 %')
    await manager.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('U24: a filter stands in the address, is kept for everybody, and survives order and tab', async () => {
    await manager.goto('/inbox')
    await manager.getByRole('link', { name: 'Out', exact: true }).click()
    await expect(manager).toHaveURL('/inbox?out=released')
    await manager.getByText('More filters').click()
    await manager.getByRole('link', { name: 'Support', exact: true }).click()
    await expect(manager).toHaveURL(SUPPORT)
    await manager.getByText('Kept filters').click()
    await manager.getByLabel('Name').fill('Support, out')
    await manager.getByLabel('Offer it to everybody at the service').check()
    await manager.getByRole('button', { name: 'Keep it' }).click()
    await expect(manager.getByText('For everybody, by Rita Fonseca')).toBeVisible()
    await manager.getByRole('link', { name: 'Oldest handoff first' }).click()
    await expect(manager).toHaveURL(`${SUPPORT}&order=oldest-first`)
    await manager.goBack()
    await expect(manager).toHaveURL(SUPPORT)
    await expectAccessible(manager, 'the inbox, narrowed')
    await worker.goto('/inbox')
    await worker.getByText('Kept filters').click()
    await worker.getByRole('link', { name: 'Support, out' }).click()
    await expect(worker).toHaveURL(SUPPORT)
  })

  await test.step('keys go from name to name, and Enter opens', async () => {
    const names = worker.getByRole('list', { name: 'Handoffs to your service' }).getByRole('heading').getByRole('link')
    await names.first().focus()
    await worker.keyboard.press('j')
    await expect(names.nth(1)).toBeFocused()
    await worker.keyboard.press('ArrowUp')
    await expect(names.first()).toBeFocused()
    await worker.keyboard.press('Enter')
    await expect(worker).toHaveURL(/\/handoffs\/[0-9a-f-]{36}$/)
  })

  await test.step('several at one press: looked at first, and a line on which somebody was faster is told', async () => {
    await manager.getByRole('link', { name: 'Give to a worker' }).click()
    await manager.getByRole('checkbox', { name: /Alder, Kim$/ }).check()
    await manager.getByRole('checkbox', { name: /Birch, Kim$/ }).check()
    const to = manager.getByRole('combobox', { name: 'Worker' })
    await expect(to.getByRole('option').last()).toHaveText(/^Lea Brandt: .* Away until Sat 28 Mar$/)
    await to.selectOption(
      (await to.getByRole('option', { name: /^Sam Osei: .* Room for 2 today$/ }).getAttribute('value')) ?? '',
    )
    await manager.getByRole('button', { name: 'Look first' }).click()
    await expect(manager.getByRole('heading', { name: '2 handoffs will be given to Sam Osei' })).toBeVisible()
    await worker.goto(`/handoffs/${handoffs[1]}`)
    await worker.getByRole('button', { name: /^Acknowledge/ }).click()
    await expect(worker.getByText('Acknowledged: the service has it').first()).toBeVisible()
    await manager.getByRole('button', { name: 'Give 2 handoffs' }).click()
    await expect(manager.getByText('1 handoff was given. 1 was not: see why below.')).toBeVisible()
    await expect(manager.getByText(/Sam Osei changed it at .+ Nothing of yours was saved here/)).toBeVisible()
    await expectAccessible(manager, 'given out')
  })

  await test.step('one by itself, to a colleague', async () => {
    await manager.goto(`/handoffs/${handoffs[2]}`)
    await manager.getByText('Give it to a colleague').click()
    const to = manager.getByRole('combobox', { name: 'Worker' })
    await to.selectOption((await to.getByRole('option', { name: /^Lea Brandt/ }).getAttribute('value')) ?? '')
    await manager.getByRole('button', { name: 'Give it', exact: true }).click()
    await expect(manager.getByText('Lea Brandt has it.')).toBeVisible()
  })

  await test.step('U28: the shift is told from the record, with what is still open', async () => {
    await worker.goto('/shift')
    const alder = worker.getByRole('listitem').filter({ hasText: 'Rita Fonseca' })
    await expect(alder.first()).toBeVisible()
    await expect(worker.getByRole('link', { name: 'Alder, Kim' }).first()).toBeVisible()
    const open = worker.getByRole('link', { name: /^[1-9]\d* With us, in the first 48 hours$/ })
    await expect(open).toHaveAttribute('href', '/inbox?tab=acknowledged&out=first-48-hours')
    await expectInBothLooks(worker, 'the shift', 'light at a desk, dark at 400 %')
  })

  await test.step('the nurse’s Monday line: each number opens its rows', async () => {
    await nurse.goto('/what-became?week=2026-03-23')
    const unknown = nurse.getByRole('link', { name: /Not known$/ })
    const count = Number(/\d+/.exec((await unknown.textContent()) ?? '')?.[0])
    expect(count).toBeGreaterThanOrEqual(3)
    await unknown.click()
    await expect(nurse.getByRole('row').filter({ hasText: 'Not known: ' })).toHaveCount(count)
    await expect(rowOf(nurse, 'Cedar, Kim')).toBeVisible()
  })

  await test.step('how long people wait is said by the service, and read before somebody is sent there', async () => {
    await manager.goto(`/services/${story.services.harbour}`)
    await manager.getByText('Record what they said').click()
    await manager.getByLabel('Not only women').check()
    await manager.getByLabel('Takes couples together').check()
    await manager.getByLabel('Days from a handoff to a first appointment').fill('4')
    await manager.getByRole('button', { name: 'Save what they said' }).click()
    await expect(manager.getByText('First appointment after 4 days')).toBeVisible()
    await nurse.goto('/services?area=omt')
    await expect(rowOf(nurse, 'Harbour Recovery').getByText('First appointment after 4 days')).toBeVisible()
    await nurse.goto('/services?area=work&kind=housing')
    await expect(nurse.getByText('No service takes this')).toBeVisible()
  })
})
