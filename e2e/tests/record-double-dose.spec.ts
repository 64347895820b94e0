import { expect, expectAccessible, test } from '../people.ts'

test('two services record a dose on one day: both are told to ring, until somebody has', async ({
  story,
  harbourWorker: worker,
  millLaneWorker: pharmacist,
  northgateNurse: nurse,
}) => {
  test.setTimeout(120_000)
  const one = await story.aCase({
    familyName: 'Dubois',
    givenNames: 'Ines',
    releaseDate: '2026-03-24',
    releasedAt: new Date('2026-03-24T09:00:00Z'),
  })
  const treatmentId = await story.aTreatment(one, { dosing: 'harbour' })
  await story.aHandoff(one, { area: 'omt', status: 'accepted' })
  await story.aDose(one, { treatmentId, givenAt: new Date('2026-03-25T10:00:00Z') })
  // The pharmacy was handed the case as well: two dosing arrangements at once.
  const second = await story.aHandoff(one, {
    area: 'naloxone',
    to: 'millLane',
    status: 'accepted',
    worker: 'millLaneWorker',
  })
  await story.owner.query(`update handoff set carries = app.categories_of_area('omt') where id = $1`, [second])

  await worker.goto('/dose-list')
  await worker.getByRole('button', { name: /^Given today ?: Dubois/ }).click()
  await worker.getByRole('button', { name: /^Record: given to Dubois/ }).click()
  await expect(worker.getByRole('button', { name: /^Recorded as given ?: Dubois/ })).toBeVisible()

  await test.step('the pharmacy records the dose that it has given, and is told at once whom to ring', async () => {
    await pharmacist.goto(`/cases/${one.episodeId}/doses`)
    await pharmacist.getByRole('button', { name: 'Record the dose' }).click()
    await expect(
      pharmacist.getByRole('heading', { name: /Two doses for Dubois, Ines on one day: ring now/ }),
    ).toBeVisible()
    await expect(pharmacist.getByRole('link', { name: '+44 20 7946 0000' }).first()).toBeVisible()
    await expect(pharmacist.getByText(/Give nothing more/)).toBeVisible()
    await expectAccessible(pharmacist, 'two doses, at recording')
  })

  await test.step('the other service has the line at the top of its pages, and so has the prison', async () => {
    for (const [page, path] of [
      [worker, '/inbox'],
      [worker, '/dose-list'],
      [pharmacist, '/inbox'],
      [nurse, '/releases'],
      [nurse, '/releases'],
    ] as const) {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: /ring now/ })).toBeVisible()
    }
    await expectAccessible(worker, 'inbox with an emergency call')
  })

  await test.step('both entries stay and the day is covered once', async () => {
    await worker.goto(`/cases/${one.episodeId}/doses`)
    await expect(worker.getByText(/Supervised dose: Given, for Thu 26 Mar 2026/)).toHaveCount(2)
  })

  await test.step('one rings; the line goes for both, and says who rang', async () => {
    await worker.goto('/inbox')
    await worker.getByRole('button', { name: /^We have rung ?: Dubois/ }).click()
    await expect(worker.getByRole('heading', { name: /the call about two doses was made/ })).toBeVisible()
    await pharmacist.goto('/inbox')
    await expect(pharmacist.getByText(/Sam Osei, Harbour Recovery, rang/)).toBeVisible()
    await expect(pharmacist.getByRole('heading', { name: /ring now/ })).toBeHidden()
  })
})
