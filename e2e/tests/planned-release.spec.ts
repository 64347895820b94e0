import type { Page } from '@playwright/test'
import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'

test('a planned release: plan, hand over, take over, first dose, and the figure moves', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
  northgateManager: manager,
}) => {
  test.setTimeout(180_000)
  const one = await story.aCase({
    familyName: 'Lindgren',
    givenNames: 'Åse',
    releaseDate: '2026-03-31',
    items: [{ area: 'omt', code: 'prescriber-named' }],
  })
  await story.aTreatment(one, { dosing: 'harbour' })
  await releasedBefore(story)
  const at = (part: string): string => `/cases/${one.episodeId}${part}`

  await nurse.goto('/releases')
  await expectAccessible(nurse, 'releases board')
  await nurse
    .getByRole('link', { name: /Lindgren/ })
    .first()
    .click()
  await expect(nurse).toHaveURL(new RegExp(at('')))
  await expectAccessible(nurse, 'care plan')

  await nurse.getByRole('link', { name: 'Four minutes' }).click()
  await nurse.getByRole('radio', { name: 'Temporary, booked' }).check()
  await expect(nurse.getByText('Saved').first()).toBeVisible()
  await expectAccessible(nurse, 'four-minute plan')

  await nurse.getByRole('navigation', { name: 'Pages of this case' }).getByRole('link', { name: 'Doses' }).click()
  await nurse.getByRole('button', { name: 'Confirm: on regime today' }).click()
  await expect(nurse.getByText(/On regime, confirmed/)).toBeVisible()
  await nurse.getByRole('button', { name: 'Record the dose' }).click()
  await expect(nurse.getByText('Nothing is recorded yet.')).toBeHidden()
  await expectAccessible(nurse, 'doses')

  await nurse.getByRole('navigation', { name: 'Pages of this case' }).getByRole('link', { name: 'Hand over' }).click()
  await nurse
    .getByLabel(/^Harbour Recovery/)
    .first()
    .check()
  await nurse.getByRole('button', { name: 'Send one handoff' }).click()
  await expectAccessible(nurse, 'hand over, asking once more')
  await nurse.getByRole('dialog').getByRole('button', { name: /Send/ }).click()
  await expect(nurse.getByText('One handoff is on its way')).toBeVisible()

  await worker.goto('/inbox')
  await worker
    .getByRole('link', { name: /Lindgren/ })
    .first()
    .click()
  await worker.waitForURL(/\/handoffs\//)
  await worker.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(worker.getByText('The service has it').first()).toBeVisible()
  await worker.getByRole('button', { name: 'I take it' }).click()
  await expect(worker.getByText('A worker has it').first()).toBeVisible()
  await expectAccessible(worker, 'handoff, accepted')

  await nurse.goto(at('/hand-over'))
  await expect(nurse.getByText('A worker has it').first()).toBeVisible()

  const before = await dosedWithin48Hours(manager)
  await story.setClock(new Date('2026-03-31T09:30:00Z'))
  await nurse.goto(at(''))
  await nurse.getByText('Released now').first().click()
  await nurse.getByRole('radio', { name: 'planned', exact: true }).check()
  await nurse.getByRole('button', { name: 'Record the release' }).click()
  await nurse.getByRole('dialog').getByRole('button', { name: 'Yes, this person is out' }).click()
  await expect(nurse.getByText(/hours? since release/).first()).toBeVisible()

  // The worker counts a release some seconds after it was recorded.
  await expect
    .poll(() => dosedWithin48Hours(manager), { timeout: 30_000 })
    .toEqual({ met: before.met, all: before.all + 1 })

  await story.setClock(new Date('2026-03-31T14:00:00Z'))
  await worker.goto(at('/first-48-hours'))
  await expectAccessible(worker, 'first 48 hours')
  await worker
    .getByRole('link', { name: /Record the dose|Open the doses/ })
    .first()
    .click()
  await Promise.all([
    worker.waitForResponse((answer) => answer.url().includes('medication.recordDose') && answer.ok()),
    worker.getByRole('button', { name: 'Record the dose' }).click(),
  ])
  await worker.goto(at('/first-48-hours'))
  await expect(worker.getByText(/^Given .* at Harbour Recovery/)).toBeVisible()

  await nurse.goto(at('/first-48-hours'))
  await expect(nurse.getByText(/^Given .* at Harbour Recovery/)).toBeVisible()
  await expect
    .poll(() => dosedWithin48Hours(manager), { timeout: 30_000 })
    .toEqual({ met: before.met + 1, all: before.all + 1 })
  await expectAccessible(manager, 'continuity dashboard')
})

/** Enough releases, dosed in time, too late and not known, that no count of the figure is too small to be shown. */
async function releasedBefore(story: JourneyStory): Promise<void> {
  const releasedAt = new Date('2026-03-16T10:00:00Z')
  const hoursToFirstDose = [...Array(12).fill(20), ...Array(6).fill(60), ...Array(6).fill(null)]
  for (const [index, hours] of hoursToFirstDose.entries()) {
    const one = await story.aCase({
      familyName: 'Before',
      givenNames: `Number ${index}`,
      releaseDate: '2026-03-16',
      releasedAt,
    })
    const treatmentId = await story.aTreatment(one, { dosing: 'harbour' })
    const givenAt = new Date(releasedAt.getTime() + hours * 3_600_000)
    if (hours !== null) await story.aDose(one, { treatmentId, givenAt })
  }
  // Those who went back inside stand beside the figure, and are too few to be shown as well when they are under five.
  for (let index = 0; index < 6; index += 1) {
    const one = await story.aCase({
      familyName: 'Back',
      givenNames: `Number ${index}`,
      releaseDate: '2026-03-16',
      releasedAt,
    })
    await story.owner.query(
      `insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
       select $1, $2, 'release', 'back-in-custody', $3, created_by_service_id, app.now(),
         (select id from account where display_name = 'Nora Lindqvist')
       from custody_episode where id = $2`,
      [newId(), one.episodeId, new Date('2026-03-17T10:00:00Z')],
    )
  }
}

/** The figure "A dose within 48 hours" as the dashboard prints it: "12 of 25 releases". */
async function dosedWithin48Hours(manager: Page): Promise<{ met: number; all: number }> {
  await manager.goto('/continuity')
  const figure = manager
    .getByRole('article')
    .filter({ has: manager.getByRole('heading', { name: 'A dose within 48 hours' }) })
  const counts = await figure.getByText(/^\d+ of \d+ releases$/).textContent()
  const [met = Number.NaN, all = Number.NaN] = counts?.match(/\d+/g)?.map(Number) ?? []
  return { met, all }
}
