import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, test } from '../people.ts'

test('a third service gets 404 for a case and a handoff, and learns nothing', async ({
  story,
  riversideWorker: page,
}) => {
  const one = await story.aCase({ familyName: 'Quillfeather', givenNames: 'Ambrose' })
  const handoffId = await story.aHandoff(one)
  const addresses = [
    ...['', '/four-minutes', '/doses', '/what-if', '/hand-over', '/first-48-hours'].map(
      (part) => (id: string) => `/cases/${id}${part}`,
    ),
    (id: string) => `/handoffs/${id}`,
  ]
  for (const address of addresses) {
    const ids = [address(newId()).startsWith('/handoffs') ? handoffId : one.episodeId, newId()]
    const answers: { status: number | undefined; title: string; text: string | null }[] = []
    for (const id of ids) {
      const response = await page.goto(address(id), { waitUntil: 'networkidle' })
      answers.push({
        status: response?.status(),
        title: await page.title(),
        text: await page.getByRole('main').textContent(),
      })
    }
    expect(answers[0], address('…')).toMatchObject({ status: 404 })
    expect(answers[0], address('…')).toEqual(answers[1])
    expect(JSON.stringify(answers)).not.toContain('Quillfeather')
  }
  await expectAccessible(page, 'a page that is not there')
})
