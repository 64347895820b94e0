import { readFileSync } from 'node:fs'
import { expect, expectAccessible, expectInBothLooks, test } from '../people.ts'

test('who saw a record, the paper for the person, and the signed head for a second party', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
  administrator,
}) => {
  test.setTimeout(120_000)
  const one = await story.aCase({ familyName: 'Quimby', givenNames: 'Rosa' })
  await story.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted', worker: 'harbourWorker' })
  await story.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
  await worker.goto(`/cases/${one.episodeId}`)
  await expect(worker.getByText('Quimby').first()).toBeVisible()

  // The nurse sees that the drug service looked, in which part, and that she herself looks.
  await nurse.goto(`/cases/${one.episodeId}/who-saw`)
  const list = nurse.getByRole('table', { name: 'Who opened, printed or wrote this case' })
  await expect(list.getByRole('row').filter({ hasText: 'Harbour Recovery' }).first()).toContainText('has taken it')
  await nurse.reload()
  await expect(list.getByRole('row').filter({ hasText: 'HMP Northgate' }).first()).toContainText('Opened')
  await expectAccessible(nurse, 'who saw a record')
  await expectInBothLooks(nurse, 'who saw a record', 'dark at a desk, light on a phone')
  await nurse.screenshot({ path: test.info().outputPath('who-saw.png'), fullPage: true })

  // The paper is in the person's language, and names no place that might be a refuge.
  await nurse.getByRole('link', { name: 'Copy for the person' }).click()
  await nurse.waitForURL(/who-saw-copy/)
  const paper = nurse.getByRole('main')
  await expect(paper).toContainText('Harbour Recovery')
  await expect(paper).not.toContainText('Haven')
  await expect(paper).not.toContainText('Quimby')
  await expectAccessible(nurse, 'the copy for the person')
  await nurse.screenshot({ path: test.info().outputPath('copy.png'), fullPage: true })

  // The worker seals by itself; the administrator hands the head to a second party, and sees no case.
  await expect
    .poll(async () => (await story.owner.query('select count(*)::int as heads from audit_head')).rows[0].heads, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0)
  await administrator.goto('/trail')
  await expect(administrator.getByRole('heading', { name: 'Audit trail', level: 1 })).toBeVisible()
  await expect(administrator.getByText('Everything older than a minute is sealed.')).toBeVisible()
  const [download] = await Promise.all([
    administrator.waitForEvent('download'),
    administrator.getByRole('button', { name: 'Download the signed head' }).click(),
  ])
  const { head } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    head: { document: string; signature: string }
  }
  expect(JSON.parse(head.document)).toMatchObject({ publicKey: expect.stringContaining('PUBLIC KEY') })
  expect(head.signature).toMatch(/^[0-9a-f]{128}$/)
  await administrator.getByRole('link', { name: 'Harbour Recovery' }).click()
  const deeds = administrator.getByRole('table', { name: 'What the people of this service did, newest first' })
  await expect(deeds.getByRole('row').nth(1)).toBeVisible()
  await expect(administrator.getByRole('main')).not.toContainText('Quimby')
  await expectAccessible(administrator, 'the audit trail')
  await administrator.screenshot({ path: test.info().outputPath('trail.png'), fullPage: true })
})
