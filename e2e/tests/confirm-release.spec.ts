import { expect, expectAccessible, test } from '../people.ts'

test('a confirmed date on which nobody pressed: not confirmed out at noon, on both sides, and never 0 hours', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  test.setTimeout(120_000)
  const one = await story.aCase({
    familyName: 'Vasquez',
    givenNames: 'Jo',
    releaseDate: '2026-03-26',
    items: [{ area: 'omt', code: 'prescriber-named' }],
  })
  await story.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })

  await story.setClock(new Date('2026-03-26T11:59:00Z'))
  await nurse.goto(`/cases/${one.episodeId}`)
  await expect(nurse.getByText('release not confirmed')).toHaveCount(0)

  await story.setClock(new Date('2026-03-26T12:00:00Z'))
  for (const page of [nurse, worker]) {
    await page.goto(`/cases/${one.episodeId}`)
    await expect(page.getByText('release not confirmed').first()).toBeVisible()
    await expect(page.getByText(/\b0 hours/)).toHaveCount(0)
  }
  await expectAccessible(nurse, 'case that nobody confirmed out')
  await nurse.goto('/releases?list=could-leave-today')
  const row = nurse.getByRole('row').filter({ hasText: 'Vasquez' })
  await expect(row.getByText('Not confirmed out').first()).toBeVisible()
  await expect(row.getByText(/hour/)).toHaveCount(0)
})
