import { expect, expectAccessible, test } from '../people.ts'

test('silence over Christmas: the fallback answers for it, both sides see so, and it acknowledges', async ({
  story,
  northgateNurse: nurse,
  riversideWorker: fallback,
}) => {
  const { harbour, riverside } = story.services
  await story.owner.query(
    `update service set fallback_service_id = $2, fallback_agreed_on = '2026-11-02', fallback_contact = 'Tom Vance' where id = $1`,
    [harbour, riverside],
  )
  await story.owner.query(
    `insert into service_closure (id, service_id, from_day, to_day, reason)
     select gen_random_uuid(), s.id, '2026-12-25', '2026-12-28', 'Christmas' from service s where s.id = any ($1)`,
    [[harbour, riverside]],
  )
  await story.setClock(new Date('2026-12-23T15:00:00Z'))
  const one = await story.aCase({
    familyName: 'Halvorsen',
    givenNames: 'Mia',
    releaseDate: '2026-12-29',
    items: [{ area: 'omt', code: 'omt-first-dose' }],
  })

  // Out on the Tuesday after: whoever is not there on Christmas Eve is not there a day before the gate.
  await nurse.goto(`/cases/${one.episodeId}/hand-over`)
  await nurse.getByRole('radio', { name: 'Harbour Recovery' }).first().check()
  await expect(nurse.getByText(/their last open hour a day before release/).first()).toBeVisible()
  await nurse.getByRole('button', { name: 'Send one handoff' }).click()
  await nurse.getByRole('dialog').getByRole('button', { name: 'Send one handoff' }).click()
  await expect(nurse.getByRole('status').getByText('One handoff is on its way')).toBeVisible()
  const { rows } = await story.owner.query<{ id: string; due: Date }>(
    'select id, due_at as due from handoff where episode_id = $1',
    [one.episodeId],
  )
  const sent = rows[0]
  if (!sent) throw new Error('nothing was sent')
  expect(sent.due).toEqual(new Date('2026-12-24T17:00:00Z'))
  await nurse.goto(`/handoffs/${sent.id}`)
  await expect(nurse.getByText('Nobody has had to be reminded.')).toBeVisible()

  await story.setClock(new Date('2026-12-24T17:00:01Z'))
  await expect(async () => {
    await nurse.reload()
    await expect(nurse.getByText('Time is up: Riverside Recovery answers for it now').first()).toBeVisible({
      timeout: 1000,
    })
  }).toPass({ timeout: 60_000 })
  await expect(nurse.getByText('2 November 2026 with Tom Vance.')).toBeVisible()
  await expectAccessible(nurse, 'handoff after its time-out')
  await nurse.getByRole('link', { name: 'Open the handoff of Riverside Recovery' }).first().click()
  await expect(nurse.getByText('Riverside Recovery answers for this and has not seen it yet')).toBeVisible()

  await story.setClock(new Date('2026-12-26T10:00:00Z'))
  await fallback.goto('/inbox')
  await fallback
    .getByRole('link', { name: /Halvorsen/ })
    .first()
    .click()
  await expect(fallback.getByText('Harbour Recovery did not answer in time.', { exact: false })).toBeVisible()
  await expect(fallback.getByText('Not yet seen by anyone').first()).toBeVisible()
  await expectAccessible(fallback, 'handoff of a fallback')
  await fallback.getByRole('button', { name: /^Acknowledge/ }).click()
  await expect(fallback.getByText('The service has it').first()).toBeVisible()
  await expect(fallback.getByText('Not yet seen by anyone')).toHaveCount(0)

  await nurse.reload()
  await expect(nurse.getByText('The service has it').first()).toBeVisible()
  await expect(nurse.getByText('Not yet seen by anyone')).toHaveCount(0)
  await story.owner.query(
    'update service set fallback_service_id = null, fallback_agreed_on = null, fallback_contact = null where id = $1',
    [harbour],
  )
})
