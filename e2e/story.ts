import { type CastService, STORY_STARTS } from '@throughcare/db/testing/cast'
import { makeStory, type Story } from '@throughcare/db/testing/story'
import pg from 'pg'
import { theWorld } from './world.ts'

/** Situations in the journeys' database, on the morning of {@link STORY_STARTS}. */
export type JourneyStory = Story & {
  services: Record<CastService, string>
  setClock: (at: Date) => Promise<void>
  close: () => Promise<void>
}

/** Opens the database for one journey and sets its clock to where every story starts. */
export async function openStory(): Promise<JourneyStory> {
  const { ownerUrl, services, accounts } = theWorld()
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const setClock = async (at: Date): Promise<void> => {
    await owner.query(
      `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
       on conflict (one_row) do update set by = excluded.by`,
      [at],
    )
    await owner.query(
      `update session set last_seen_at = app.now(), proved_at = app.now(), expires_at = app.now() + interval '12 hours' where ended_at is null`,
    )
  }
  await setClock(STORY_STARTS)
  return { ...makeStory(owner, services, (who) => accounts[who]), services, setClock, close: () => owner.end() }
}
