import { expect, expectAccessible, expectInBothLooks, test } from '../people.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')

/** The items of a service over all its cases, worked on one by one and several at a time; every change stays told. */
test('a caseworker works down the list: look first, done for several, undo, and one item by itself', async ({
  story,
  riversideWorker: worker,
  northgateNurse: nurse,
}) => {
  test.setTimeout(120_000)
  const ours = story.services.riverside
  const items: string[] = []
  for (const [index, familyName] of ['Fell', 'Garth', 'Holme'].entries()) {
    const one = await story.aCase({
      familyName,
      givenNames: 'Sam',
      releasedAt: new Date('2026-03-25T09:00:00Z'),
      releaseDate: '2026-03-25',
    })
    await story.aHandoff(one, { area: 'housing', to: 'riverside', status: 'accepted', worker: 'riversideWorker' })
    const item = await story.anItem(one, {
      area: 'housing',
      code: 'housing-first-week',
      dueAt: new Date(`2026-03-26T1${index}:00:00Z`),
    })
    await story.owner.query('update checklist_item set accountable_service_id = $2 where id = $1', [item, ours])
    items.push(item)
  }
  const statusOf = async (item: string | undefined) =>
    (await story.owner.query<{ status: string }>('select status from checklist_item where id = $1', [item])).rows[0]
      ?.status

  await test.step('the list counts what it holds', async () => {
    // What is looked at here is a page that stays as it was while others work.
    await worker.route('**/live.follow*', (route) => route.abort())
    await worker.goto('/my-list')
    await expect(worker.getByRole('link', { name: '3 Today' })).toHaveAttribute('aria-current', 'true')
    await expect(worker.getByRole('checkbox')).toHaveCount(3)
    await expectInBothLooks(worker, 'my list', 'light at a desk, dark at 400 %')
    await worker.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('several at one press: what would happen, what did, and back again', async () => {
    await worker.getByRole('checkbox', { name: /Fell, Sam$/ }).check()
    await worker.getByRole('checkbox', { name: /Garth, Sam$/ }).check()
    // Somebody at the prison's desk changes one of them meanwhile.
    await story.owner.query(`update checklist_item set version = version + 1 where id = $1`, [items[1]])
    await worker.getByRole('button', { name: 'Look first: done' }).click()
    await expect(worker.getByRole('heading', { name: '1 item will be called done' })).toBeVisible()
    await expect(worker.getByText(/changed it at .+ Nothing of yours was saved here/)).toBeVisible()
    expect(await statusOf(items[0])).toBe('open')
    await worker.getByRole('button', { name: 'Do it for 1 item' }).click()
    await expect(worker.getByText('1 item was changed. 1 was not: see why below.')).toBeVisible()
    await expect.poll(() => statusOf(items[0])).toBe('done')
    expect(await statusOf(items[1])).toBe('open')
    await expectAccessible(worker, 'my list, after a press')
    await worker.getByRole('button', { name: /^Undo/ }).click()
    await expect(worker.getByText('1 item was taken back.')).toBeVisible()
    expect(await statusOf(items[0])).toBe('open')
    await worker.getByRole('button', { name: 'Close' }).click()
    await expect(worker.getByRole('checkbox')).toHaveCount(3)
  })

  await test.step('several in one name, and the list narrowed to it', async () => {
    await worker.getByRole('button', { name: 'Select all on this page' }).click()
    const names = worker.getByLabel('Put in the name of')
    const tom = names.getByRole('option', { name: /^Tom Vance: \d+ open, \d+ in the first 48 hours\. Not said today$/ })
    await names.selectOption(await tom.getAttribute('value'))
    await worker.getByRole('button', { name: 'Look first: put in this name' }).click()
    await worker.getByRole('button', { name: 'Do it for 3 items' }).click()
    await expect(worker.getByText('3 items were changed.')).toBeVisible()
    await worker.getByRole('link', { name: 'Mine', exact: true }).click()
    // The list before it has three as well, and its rows go when this one comes.
    await expect(worker.getByRole('link', { name: 'Mine', exact: true })).toHaveAttribute('aria-current', 'true')
    await expect(worker.getByRole('link', { name: '3 Today' })).toBeVisible()
  })

  await test.step('one item: taken back within ten seconds, another due time, history', async () => {
    await worker.getByRole('link', { name: 'A place for the first week' }).first().click()
    await expect(worker.getByRole('heading', { name: 'A place for the first week', level: 1 })).toBeVisible()
    await worker.getByRole('button', { name: /^Done/ }).click()
    await worker.getByRole('button', { name: /^Undo/ }).click()
    await expect(worker.getByText('Taken back. Both presses stay in the history.')).toBeVisible()
    await expect(worker.getByText('Done → To do')).toHaveCount(2)

    await worker.getByRole('group', { name: 'Day' }).getByLabel('Day').fill('28')
    await worker.getByLabel('Why').fill('the office is shut on Friday')
    await worker.getByRole('button', { name: 'Save the due time' }).click()
    await expect(worker.getByText('Why: the office is shut on Friday')).toBeVisible()
    await expect(worker.getByText(/set by hand/)).toBeVisible()
  })

  await test.step('a comment survives the page, and is posted once', async () => {
    const field = worker.getByLabel('What is there to say?')
    await field.fill('Rang the landlord')
    await expect(worker.getByText(/^Draft kept at/)).toBeVisible()
    await worker.reload()
    await expect(field).toHaveValue('Rang the landlord')
    await field.fill('Rang the landlord: the key is at the desk')
    await worker.getByRole('button', { name: 'Post' }).click()
    await expect(worker.getByText('Posted', { exact: true })).toBeVisible()
    await expect(worker.getByRole('paragraph').filter({ hasText: 'the key is at the desk' })).toBeVisible()
    await expect(field).toHaveValue('')
  })

  await test.step('evidence: only what it is by its content, and an item that loses it opens again', async () => {
    await worker
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') })
    await worker.getByRole('button', { name: 'Attach' }).click()
    await expect(worker.getByText('This is not a PDF, PNG or JPEG')).toBeVisible()
    await worker.getByLabel('What it shows').selectOption('tenancy')
    await worker
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: PDF })
    await worker.getByRole('button', { name: 'Attach' }).click()
    await expect(worker.getByText('Document added: Tenancy or housing letter')).toBeVisible()
    const href = await worker.getByRole('link', { name: 'Open', exact: true }).getAttribute('href')
    const file = await worker.request.get(href ?? '')
    expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="[0-9a-f-]{36}\.pdf"$/)
    expect(file.headers()['x-content-type-options']).toBe('nosniff')
    expect((await file.body()).equals(PDF)).toBe(true)
    expect((await nurse.request.get(href ?? '')).status()).toBe(200)

    await worker.getByRole('button', { name: /^Done/ }).click()
    await expect(worker.getByText(/^Saved: Done/)).toBeVisible()
    await worker.getByText(/^Remove: Tenancy/).click()
    await worker.getByLabel('Why is it removed?').fill('the wrong letter')
    await worker.getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(worker.getByText('Document removed: Tenancy or housing letter')).toBeVisible()
    await expect(worker.getByText('Why: the wrong letter')).toHaveCount(2)
    await expectInBothLooks(worker, 'an item', 'light at a desk, dark at 400 %')
  })
})
