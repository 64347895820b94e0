import { expect, openBrowser, signIn, test } from '../people.ts'

test('E07: a browser in another zone reads the prison’s time, and which time it is', async ({ browser, story }) => {
  const out = await story.aCase({ releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T08:00:00Z') })
  await story.aHandoff(out)
  const page = await openBrowser(browser, { timezoneId: 'America/Los_Angeles', locale: 'en-US' })
  await signIn(page, 'harbourWorker')
  await page.goto(`/cases/${out.episodeId}/first-48-hours`)
  await expect(page.getByText('Released Thu 26 Mar 2026, 08:00 GMT')).toBeVisible()
  await expect(page.getByText('48 hours are over Sat 28 Mar 2026, 08:00 GMT')).toBeVisible()
  await page.context().close()
})
