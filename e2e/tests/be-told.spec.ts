import { AxeBuilder } from '@axe-core/playwright'
import { expect, expectAccessible, test } from '../people.ts'
import { theWorld } from '../world.ts'

/** What happens is told to whom it concerns, as each of them chose; and everybody sees when nobody is told of anything. */
test('somebody says how they are told, is told of an answer, and reads it', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  await nurse.goto('/settings/notices')
  const accepted = nurse.getByLabel('A handoff was accepted')
  await expect(accepted).toHaveValue('once-a-day')
  // What is safety-critical offers no way to mute it.
  const rejected = nurse.getByLabel('A handoff was rejected and waits for your review')
  await expect(rejected.locator('option')).toHaveText([
    'At once, to me',
    'To the colleague below',
    'To the duty mailbox',
  ])
  await rejected.selectOption('colleague')
  await accepted.selectOption('muted')
  await nurse.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(nurse.getByRole('link', { name: /Choose who gets it/ })).toBeVisible()
  await nurse.getByLabel('Colleague who gets what I re-route').selectOption({ label: 'Ben Achterberg' })
  await nurse.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(nurse.getByText('Saved. It holds from the next notice on.')).toBeVisible()
  await nurse.reload()
  await expect(accepted).toHaveValue('muted')
  await expect(rejected).toHaveValue('colleague')
  const from = nurse.getByLabel('From', { exact: true })
  await from.fill('25:00')
  await nurse.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(from).toHaveAccessibleDescription(/There is no such date or time/)
  await expect(from).toHaveValue('25:00')
  await from.fill('20:00')
  await nurse.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(nurse.getByText('Saved. It holds from the next notice on.')).toBeVisible()
  await expectAccessible(nurse, 'how I am told')

  const one = await story.aCase({ familyName: 'Quill', givenNames: 'Ada' })
  const handoffId = await story.aHandoff(one)
  await worker.goto(`/handoffs/${handoffId}`)
  await worker
    .getByRole('button', { name: /^Acknowledge/ })
    .first()
    .click()
  await expect(worker.getByText(/acknowledged/i).first()).toBeVisible()

  await expect
    .poll(
      async () => {
        await nurse.goto('/releases')
        return nurse
          .getByRole('link', { name: /Notices.*unread notice/ })
          .first()
          .isVisible()
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  await nurse
    .getByRole('link', { name: /Notices.*unread notice/ })
    .first()
    .click()
  const row = nurse.getByRole('row', { name: /A handoff was acknowledged/ }).first()
  await expect(row).toContainText('Unread')
  await expect(nurse.locator('main')).not.toContainText('Quill')
  await expectAccessible(nurse, 'notices')
  await expect(row.getByRole('link', { name: 'Handoff' })).toHaveAttribute('href', `/handoffs/${handoffId}`)
  await nurse.getByRole('button', { name: 'Mark these as read' }).click()
  await expect(nurse.getByRole('row', { name: /Unread/ })).toHaveCount(0)
})

test('H09: the worker is away: every page says since when, and no longer when it is back', async ({
  story,
  northgateNurse: nurse,
  administrator,
}) => {
  const { workerPid } = theWorld()
  process.kill(workerPid, 'SIGSTOP')
  try {
    await story.owner.query(`update worker_heartbeat set beat_at = clock_timestamp() - interval '1 hour'`)
    await nurse.goto('/releases')
    // An hour before the story's nine o'clock, at the prison's own time.
    await expect(nurse.getByRole('heading', { name: /^Messages delayed since .*08:0/ })).toBeVisible()
    await administrator.goto('/jobs')
    await expect(administrator.getByRole('heading', { name: /^Messages delayed since/ })).toBeVisible()
    expect((await new AxeBuilder({ page: administrator }).analyze()).violations).toEqual([])
    const ready = await (await nurse.request.get('/api/health/ready')).json()
    expect(ready).toMatchObject({ status: 'ready', worker: 'away' })
  } finally {
    process.kill(workerPid, 'SIGCONT')
  }
  await expect
    .poll(
      async () => {
        await nurse.goto('/releases')
        return nurse.getByRole('heading', { name: /^Messages delayed since/ }).count()
      },
      { timeout: 40_000 },
    )
    .toBe(0)
  await administrator.goto('/jobs')
  await expect(administrator.getByText('The worker is there, and nothing is late.')).toBeVisible()
})
