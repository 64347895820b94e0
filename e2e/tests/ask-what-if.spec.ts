import { fillDay } from '../fields.ts'
import { expect, expectAccessible, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'

/** What the worker works out by itself and ahead, whatever anybody asks. */
const WORKED_OUT = ['cover_gap', 'dose_alert']

/** Every row of the case's tables and of the presses, as one text; the trail and sessions stand apart. */
async function everyRow({ owner }: JourneyStory, episodeId: string): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'episode_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1) order by 1`,
    [WORKED_OUT],
  )
  expect(tables.length).toBeGreaterThan(15)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t where episode_id = $1 order by 1`,
      [episodeId],
    )
    found.push(`${name}: ${rows.map(({ row }) => row).join('\n')}`)
  }
  return found.join('\n')
}

test('"what if" shows other days and leaves no trace', async ({ story, northgateNurse: nurse }) => {
  const one = await story.aCase({ familyName: 'Brandvold', givenNames: 'Iben', releaseDate: '2026-04-02' })
  await story.aTreatment(one, { dosing: 'harbour' })
  const entries = async () =>
    (
      await story.owner.query<{ action: string; outcome: string }>(
        `select action, outcome from audit_entry where $1 = any (episode_ids) order by at`,
        [one.episodeId],
      )
    ).rows

  await nurse.goto(`/cases/${one.episodeId}/doses`)
  await nurse.getByRole('link', { name: 'What if something else were so?' }).click()
  await expect(nurse.getByRole('heading', { name: 'What if', level: 1 })).toBeVisible()
  await expectAccessible(nurse, 'what if')
  const before = await everyRow(story, one.episodeId)
  const known = (await entries()).length

  await nurse.getByLabel('Another medicine').selectOption('Buprenorphine, monthly depot')
  await nurse.getByRole('button', { name: 'See how the days would stand' }).click()
  await expect(nurse.getByText('Say on which day the depot would be injected.').first()).toBeVisible()
  await fillDay(nurse, 'Day of the injection', '2026-03-30')
  await fillDay(nurse, 'Another day of release', '2026-03-31')
  await nurse.getByRole('button', { name: 'See how the days would stand' }).click()
  await expect(nurse.getByText('No day without cover from the release on.')).toBeVisible()
  await expect(nurse.getByText(/days without cover: /).last()).toBeVisible()
  await expectAccessible(nurse, 'what if')

  // The address tells nothing of what was supposed, no row is another one, and the trail says that somebody read.
  await expect(nurse).toHaveURL(`/cases/${one.episodeId}/what-if`)
  expect(await everyRow(story, one.episodeId)).toBe(before)
  const since = (await entries()).slice(known)
  expect(since.filter(({ outcome }) => outcome === 'done').map(({ action }) => action)).toContain('cover-plan.what-if')
  expect(since.filter(({ action }) => !action.endsWith('what-if') && !action.endsWith('by-episode'))).toEqual([])
})
