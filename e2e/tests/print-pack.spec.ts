import { CAST_SERVICES } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { tellingWords } from '@throughcare/domain/own-words/telling-words'
import { expect, expectInBothLooks, test } from '../people.ts'
import { readPdf } from '../read-pdf.ts'
import type { JourneyStory } from '../story.ts'
import { theWorld } from '../world.ts'

const SERVICES = Object.values(CAST_SERVICES).map(({ name }) => name)

/** Karim reads Arabic, is treated at Harbour, and goes there on the morning he leaves. */
async function aReaderOfArabic(story: JourneyStory): Promise<string> {
  const { accounts } = theWorld()
  const one = await story.aCase({ familyName: 'Haddad', givenNames: 'Karim', releaseDate: '2026-04-02' })
  await story.aTreatment(one, { dosing: 'harbour' })
  await story.aHandoff(one, { area: 'omt', to: 'harbour' })
  await story.owner.query(`update person set languages = array['ar'], interpreter_needed = true where id = $1`, [
    one.personId,
  ])
  await story.owner.query(
    `update service set address = 'Harbour Recovery, 4 Quay Street, Northport', phone = '+44 20 7946 0011' where id = $1`,
    [story.services.harbour],
  )
  // As full as the page of a person can be.
  for (const [area, code] of [
    ['belongings', 'belongings-collect'],
    ['support', 'support-own-words'],
    ['benefits', 'benefits-no-social-assistance'],
    ['work', 'work-no-tax-card'],
    ['benefits', 'benefits-gb-advance-payment'],
  ] as const)
    await story.owner.query(`update checklist_item set owner_side = 'person' where id = $1`, [
      await story.anItem(one, { area, code }),
    ])
  for (const place of [1, 2, 3, 4, 5])
    await story.owner.query(
      `insert into own_words (id, episode_id, place, kind, words, language, read_back, recorded_at, recorded_by)
       values ($1, $2, $3, 'as-said', $4, 'ar', true, app.now(), $5)`,
      [newId(), one.episodeId, place, `${place} ${'أريد أن أصل في الصباح '.repeat(6)}`, accounts.northgateNurse],
    )
  await story.owner.query(
    `insert into appointment (id, episode_id, area, service_id, at, recorded_at, recorded_by)
     values ($1, $2, 'omt', $3, '2026-04-02T09:30:00Z', app.now(), $4)`,
    [newId(), one.episodeId, story.services.harbour, accounts.northgateNurse],
  )
  return one.episodeId
}

test('J09: print in Arabic: from right to left, on one page, and it gives nobody away', async ({
  story,
  northgateNurse: page,
  riversideWorker,
}) => {
  // A browser is started for each PDF, beside the journey's own.
  test.slow()
  const episodeId = await aReaderOfArabic(story)
  await page.goto(`/cases/${episodeId}/print-pack`)
  await expect(page.getByRole('link', { name: 'العربية' })).toHaveAttribute('aria-current', 'true')
  await expectInBothLooks(page, 'print pack', 'dark at a desk, light on a phone')

  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Open to print: For the person' }).click()
  const paper = await opened
  await expect(paper.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(paper.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('خطواتي التالية')
  await expect(paper.getByRole('main').locator('ol > li')).toHaveCount(5)
  await expect(paper.getByRole('main')).toContainText('4 Quay Street, Northport')
  await expectInBothLooks(paper, 'page for the person', 'dark at a desk, light on a phone')

  const asked = (choice: string) => `/api/files/print-pack?episode=${episodeId}&${choice}`
  const pages = [
    ['sheet=person&language=ar&size=large', 'ar', 'خطواتي التالية'],
    ['sheet=person&language=ar', 'ar', 'خطواتي التالية'],
    ['sheet=gate&language=en', 'en', 'At the gate'],
    [`sheet=receiving&language=fr&service=${story.services.harbour}`, 'fr', 'Pour le service qui prend le relais'],
  ] as const
  for (const [choice, language, title] of pages) {
    const answer = await page.request.get(asked(choice))
    expect(answer.status(), choice).toBe(200)
    const pdf = await readPdf(await answer.body())
    expect({ ...pdf, roles: null, text: null }, choice).toEqual({
      pages: 1,
      title,
      language,
      isTagged: true,
      roles: null,
      text: null,
    })
    const tables = choice.includes('large') ? [] : ['Table', 'TR', 'TH']
    for (const role of ['H1', 'H2', 'L', 'LI', ...tables])
      expect(pdf.roles.get(role) ?? 0, `${role} in ${choice}`).toBeGreaterThan(0)
    expect(tellingWords(pdf.text, SERVICES), choice).toEqual([])
  }
  const { rows } = await story.owner.query(
    `select fields from audit_entry where action = 'print-pack.print' and $1 = any (episode_ids) order by at`,
    [episodeId],
  )
  expect(rows).toHaveLength(pages.length)
  expect(rows[0].fields.slice(0, 3)).toEqual(['sheet:person', 'wording:discreet', 'language:ar'])
  expect(rows[0].fields[3]).toMatch(/^sha256:[0-9a-f]{64}$/)

  const elsewhere = await page.request.get(asked('sheet=gate'), { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(elsewhere.status()).toBe(403)
  expect((await riversideWorker.request.get(asked('sheet=gate'))).status()).toBe(404)
  expect((await page.request.get('/print-once/nothing')).status()).toBe(404)
})

test('U26: a page without a first appointment says so before anything else', async ({
  story,
  northgateNurse: page,
}) => {
  const one = await story.aCase({ familyName: 'Okafor', givenNames: 'Amara' })
  await page.goto(`/cases/${one.episodeId}/print-pack`)
  await expect(page.getByRole('heading', { name: 'These pages are not finished' })).toBeVisible()
  await page.goto(`/cases/${one.episodeId}/print-pack/person?language=en`)
  const first = page.getByRole('main').locator('section').first()
  await expect(first).toContainText('This page is not finished')
  await expect(first).toContainText('The first appointment is not known yet.')
})
