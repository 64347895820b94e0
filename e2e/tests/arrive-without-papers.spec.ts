import { fillDay } from '../fields.ts'
import { expect, expectAccessible, expectInBothLooks, test } from '../people.ts'

const PHONE = { width: 390, height: 844 }

test('somebody stands at the desk without papers: asked, answered by the prison, theirs at once', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  test.setTimeout(120_000)
  const one = await story.aCase({
    familyName: 'Keane',
    givenNames: 'Aoife',
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T07:00:00Z'),
  })
  await story.aCase({ familyName: 'Byrne', givenNames: 'Sinead', dateOfBirth: '1990-01-02' })

  // Looking for somebody whom one may not see says what one may do, and nothing else.
  await worker.setViewportSize(PHONE)
  await worker.goto('/persons')
  await worker.getByLabel('Name, number or date of birth').fill('keane aoife')
  await worker.getByRole('button', { name: 'Search' }).click()
  await expect(worker.getByText('Nobody found').first()).toBeVisible()
  await worker.getByRole('link', { name: 'Ask the prison' }).click()

  await worker.getByRole('button', { name: 'Ask now' }).click()
  await expectAccessible(worker, 'asking, with nothing typed')
  await worker.getByLabel('Family name').fill('Keane')
  await worker.getByLabel('Given names').fill('Aoife')
  await fillDay(worker, 'Date of birth', '1984-04-28')
  await worker.getByRole('checkbox', { name: /HMP Northgate/ }).check()
  await worker.getByRole('checkbox', { name: /HMP Eastfield/ }).check()
  await worker.getByRole('checkbox', { name: 'Opioid maintenance treatment' }).check()
  await worker.getByRole('button', { name: 'Ask now' }).click()
  await expect(worker.getByText('Waiting for an answer')).toHaveCount(2)
  await expectInBothLooks(worker, 'an ask that waits', 'dark at a desk, light on a phone')
  await worker.screenshot({ path: test.info().outputPath('asked.png'), fullPage: true })

  await nurse.goto('/arrivals')
  await nurse.getByRole('link', { name: 'Answer' }).click()
  await nurse.waitForURL(/ask=/)
  await nurse.getByRole('button', { name: 'Answer' }).click()
  await expectAccessible(nurse, 'answering, with nothing chosen')
  await nurse.getByText('Known here under another name?').click()
  await nurse.getByLabel('Name, number or date of birth').fill('byrne')
  await nurse.getByLabel('Name, number or date of birth').press('Enter')
  await expect(nurse.getByRole('radio', { name: 'Byrne, Sinead' })).toBeVisible()
  await nurse.getByRole('radio', { name: /Keane, Aoife/ }).check()
  await nurse.screenshot({ path: test.info().outputPath('answering.png'), fullPage: true })
  await nurse.getByRole('button', { name: 'Answer' }).click()
  await expect(nurse.getByText('Found, and handed over')).toBeVisible()

  // Both sides are open: the answer comes by itself.
  await expect(worker.getByText('Found, and handed over')).toBeVisible()
  await worker.getByRole('link', { name: 'Open: Opioid maintenance treatment' }).click()
  await worker.waitForURL(/\/handoffs\//)
  await expect(worker.getByText('Keane, Aoife').first()).toBeVisible()
  await expectAccessible(worker, 'a handoff that came by an answer')

  // A question on it, and the answer, without a telephone.
  await worker.getByLabel('Ask HMP Northgate').fill('Which pharmacy did you agree?')
  await worker.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(worker.getByText('Waits for their answer')).toBeVisible()
  const handoff = new URL(worker.url()).pathname
  await nurse.goto(handoff)
  await nurse.getByLabel('Your answer').fill('Mill Lane, from nine.')
  await nurse.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(nurse.getByText('Answered', { exact: true })).toBeVisible()
  await expectAccessible(nurse, 'a question that was answered')
  await expect(worker.getByText('Mill Lane, from nine.')).toBeVisible()
  await worker.screenshot({ path: test.info().outputPath('messages.png'), fullPage: true })

  const { rows } = await story.owner.query(
    `select status, accountable_service_id = receiving_service_id as theirs from handoff where episode_id = $1`,
    [one.episodeId],
  )
  expect(rows).toEqual([{ status: 'acknowledged', theirs: true }])
})

test('the next call: rung by keys, discreetly, and the record is its by-product', async ({
  story,
  harbourWorker: worker,
}) => {
  const released = new Date('2026-03-26T07:00:00Z')
  const one = await story.aCase({
    familyName: 'Ferreira',
    givenNames: 'Rui',
    releaseDate: '2026-03-26',
    releasedAt: released,
  })
  const two = await story.aCase({
    familyName: 'Novak',
    givenNames: 'Eva',
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T08:00:00Z'),
  })
  for (const each of [one, two]) {
    await story.aHandoff(each, { status: 'accepted', worker: 'harbourWorker' })
    await story.owner.query(
      `insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by)
       select $1, 'phone', 'identity', 'known', '"+44 7700 900123"', app.now(), id from account where email like 'nora%'`,
      [each.episodeId],
    )
  }
  await story.owner.query(
    `insert into contact_safety (person_id, channel, hours, wording, voicemail) values ($1, 'phone', 'after six', 'the dentist', false)`,
    [one.personId],
  )
  // Alerts that other journeys left with this service would be calls to make first.
  await story.owner.query(
    `update dose_alert set ended_at = app.now(), ended_because = 'covered',
       ended_by = (select id from account where email like 'nora%') where ended_at is null`,
  )
  await worker.goto('/ring-list')
  await expect(worker.getByRole('heading', { name: 'Ring Ferreira, Rui' })).toBeVisible()
  await expect(worker.getByText(/“the dentist”/)).toBeVisible()
  await expect(worker.getByText(/say nothing and ring off/)).toBeVisible()
  await expectInBothLooks(worker, 'the next call', 'dark at a desk, light on a phone')
  await worker.screenshot({ path: test.info().outputPath('ring-desk.png'), fullPage: true })
  await worker.getByRole('link', { name: 'Ring +44 7700 900123' }).focus()
  await worker.keyboard.press('3')
  await expect(worker.getByRole('heading', { name: 'Ring Novak, Eva' })).toBeVisible()
  await expect(worker.getByRole('link', { name: 'Ring +44 7700 900123' })).toBeFocused()
  await worker.keyboard.press('1')
  await expect(worker.getByText('Nobody has to be rung now').first()).toBeVisible()
  const { rows } = await story.owner.query(
    `select outcome from contact_attempt where episode_id = any ($1) order by outcome`,
    [[one.episodeId, two.episodeId]],
  )
  expect(rows).toEqual([{ outcome: 'nothing-said' }, { outcome: 'reached' }])
})
