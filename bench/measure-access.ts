import { appRouter } from '../packages/api/src/root.ts'
import { createCallerFactory } from '../packages/api/src/trpc.ts'
import type { Actor } from '../packages/db/src/actor.ts'
import { withSuperuser } from '../packages/db/src/cluster/prepare-database.ts'
import { socketUrl } from '../packages/db/src/cluster/socket.ts'
import { closeDatabase } from '../packages/db/src/database.ts'
import { newId } from '../packages/db/src/uuid.ts'
import { castIn } from '../packages/db/testing/scene.ts'
import { makeStory } from '../packages/db/testing/story.ts'
import { startDurableCluster } from './durable-cluster.ts'

/** With and without row level security, with and without the entry in the trail. */
export const VARIANTS = ['both', 'without policies', 'without trail', 'neither'] as const
export type Variant = (typeof VARIANTS)[number]
export const DEEDS = ['inbox', 'case', 'acknowledge'] as const
export type MeasuredDeed = (typeof DEEDS)[number]
/** Medians in milliseconds. */
export type AccessCost = {
  medians: Record<MeasuredDeed, Record<Variant, number>>
  rounds: number
  cases: number
  /** Whether the page of a case was the same in every variant. */
  sameAnswers: boolean
}

const BLOCKS = 8
const WARM_UP = 6
const UNLOCKED = 'bench_unlocked'

/**
 * What row level security and the audit trail add to the inbox, the page of a case and an acknowledge: the same use cases on the
 * same rows, as the app role and as one with its rights that passes the policies by, with the trail as it is and with a trigger that
 * writes nothing. On a database with the settings of production; the variants take turns.
 */
export async function measureAccess(rounds: number): Promise<AccessCost> {
  const durable = await startDurableCluster()
  try {
    const { appUrl, ownerUrl, superUrl, socketFolder, passwords } = durable.cluster()
    const unlockedUrl = socketUrl({
      folder: socketFolder,
      user: UNLOCKED,
      password: passwords.app,
      database: 'throughcare',
    })
    return await withSuperuser(superUrl, async (superuser) => {
      const password = superuser.escapeLiteral(passwords.app)
      await superuser.query(
        `create role ${UNLOCKED} login inherit bypassrls password ${password} in role throughcare_app`,
      )
      return withSuperuser(ownerUrl, async (owner) => {
        const { services, people } = await castIn(owner, null)
        const story = makeStory(owner, services, (who) => people[who].accountId)
        await owner.query('set synchronous_commit = off')
        const cases = VARIANTS.length * BLOCKS * (WARM_UP + Math.ceil(rounds / BLOCKS))
        const waiting: string[] = []
        for (let each = 0; each < cases; each += 1) waiting.push(await story.aHandoff(await story.aCase()))
        const one = await story.aCase({ items: [{ area: 'omt', code: 'prescriber-named' }] })
        await story.aTreatment(one, { dosing: 'harbour' })
        await story.aHandoff(one, { status: 'accepted', worker: 'harbourWorker' })
        await owner.query(
          `create function bench_nothing() returns trigger language plpgsql as 'begin return null; end';
           grant execute on function bench_nothing() to public`,
        )
        await owner.query('analyze')

        const caller = callerOf(people.harbourWorker)
        const deeds: Record<MeasuredDeed, () => Promise<unknown>> = {
          inbox: () => caller.handoff.inbox({ tab: 'new', page: 1 }),
          case: () => caller.carePlan.byEpisode({ episodeId: one.episodeId }),
          acknowledge: () =>
            caller.handoff.acknowledge({ handoffId: waiting.pop() ?? '', seenVersion: 0, requestId: newId() }),
        }
        const times = Object.fromEntries(
          DEEDS.map((deed) => [deed, Object.fromEntries(VARIANTS.map((variant) => [variant, [] as number[]]))]),
        ) as Record<MeasuredDeed, Record<Variant, number[]>>
        const shown = new Set<string>()
        for (let block = 0; block < BLOCKS; block += 1)
          for (const variant of block % 2 === 0 ? VARIANTS : VARIANTS.toReversed()) {
            await closeDatabase()
            process.env.DATABASE_URL = variant === 'both' || variant === 'without trail' ? appUrl : unlockedUrl
            const isSilent = variant === 'without trail' || variant === 'neither'
            if (isSilent)
              await owner.query(
                'create trigger no_trail before insert on audit_entry for each row execute function bench_nothing()',
              )
            for (let round = -WARM_UP; round < Math.ceil(rounds / BLOCKS); round += 1)
              for (const deed of DEEDS) {
                const began = performance.now()
                const answer = await deeds[deed]()
                const took = performance.now() - began
                if (round >= 0) times[deed][variant].push(took)
                if (deed === 'case') shown.add(JSON.stringify(answer, (key, value) => (key === 'now' ? null : value)))
              }
            if (isSilent) await owner.query('drop trigger no_trail on audit_entry')
          }
        const medians = Object.fromEntries(
          DEEDS.map((deed) => [
            deed,
            Object.fromEntries(VARIANTS.map((variant) => [variant, medianOf(times[deed][variant])])),
          ]),
        ) as AccessCost['medians']
        return { medians, rounds: times.case.both.length, cases, sameAnswers: shown.size === 1 }
      })
    })
  } finally {
    await closeDatabase()
    durable.remove()
  }
}

function callerOf(actor: Actor) {
  return createCallerFactory(appRouter)({
    traceId: 'bench',
    signedIn: {
      sessionId: newId(),
      accountId: actor.accountId,
      displayName: actor.displayName,
      locale: actor.locale,
      sidHash: actor.sidHash,
      hat: actor,
      provedLately: true,
    },
  })
}

function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 100) / 100
}
