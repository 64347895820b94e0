import { parentPort } from 'node:worker_threads'
import { followReleaseList } from '../packages/api/src/care-plan/follow-release-list.ts'
import { confirmReleaseList } from '../packages/api/src/release-list/confirm-release-list.ts'
import { previewReleaseList } from '../packages/api/src/release-list/preview-release-list.ts'
import { readReleaseList } from '../packages/api/src/release-list/read-release-list.ts'
import { receiveReleaseList } from '../packages/api/src/release-list/receive-release-list.ts'
import { writeReleaseList } from '../packages/api/src/release-list/write-release-list.ts'
import type { Jobs } from '../packages/db/src/job/job-repository.ts'
import { newId } from '../packages/db/src/uuid.ts'
import { withFreshScene } from './fresh-scene.ts'
import { releaseListFile } from './release-list-file.ts'

const LINES = 50_000
/** D07: the largest file that a prison sends is received and read whole, without being written. */
const LARGEST = 200_000
/** The promise: received, read and written in under a minute. Plans follow by themselves. */
const MOST_SECONDS = 60
/** How much more memory the process may hold at its peak than before the file came. */
const MOST_MEMORY_MB = 400

parentPort?.postMessage(await importReleaseLists(LINES, LARGEST))

/**
 * Imports a release list of 50,000 lines, makes the plans, and reads the same file again; then one of 200,000. Runs in a thread
 * whose heap proofs/import.ts limits: one that needs more is ended by the engine, and says nothing.
 */
function importReleaseLists(lines: number, largest: number): Promise<{ ok: boolean; figures: Record<string, number> }> {
  return withFreshScene(async ({ owner, services, people }) => {
    const nurse = people.northgateNurse
    const serviceId = services.northgate
    const before = process.memoryUsage().rss
    let peak = before
    const sampling = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 50)
    const timed = async <T>(work: () => Promise<T>): Promise<{ seconds: number; answer: T }> => {
      const began = performance.now()
      const answer = await work()
      return { seconds: (performance.now() - began) / 1000, answer }
    }
    const readIn = async (count: number) => {
      const received = await timed(() => receiveReleaseList(nurse, releaseListFile(count)))
      const { listId } = received.answer
      const read = await timed(() => readReleaseList({ serviceId, listId }))
      return { listId, received: received.seconds, read: read.seconds, list: await previewReleaseList(nurse, listId) }
    }
    const first = await readIn(lines)
    const { listId } = first
    const written = await timed(async () => {
      await confirmReleaseList(nurse, { listId, requestId: newId(), seenVersion: first.list.version })
      await writeReleaseList({ serviceId, listId })
    })
    const { rows: jobs } = await owner.query<{ data: Jobs['make-plans'] }>(
      `select data from pgboss.job where name = 'make-plans'`,
    )
    const planned = await timed(async () => {
      for (const { data } of jobs) await followReleaseList(data)
    })
    const again = await readIn(lines)
    const peakMb = (peak - before) / 1024 / 1024
    const beforeLargest = process.memoryUsage().rss
    peak = beforeLargest
    const whole = await readIn(largest)
    clearInterval(sampling)
    const largestPeakMb = (peak - beforeLargest) / 1024 / 1024
    const { rows } = await owner.query<{ persons: number; plans: number; items: number }>(
      `select (select count(*)::int from person) as persons, (select count(*)::int from care_plan) as plans,
         (select count(*)::int from checklist_item) as items`,
    )
    const seconds = first.received + first.read + written.seconds
    const counts = again.list.counts
    const told = whole.list.counts
    const figures = {
      lines,
      receivedSeconds: round(first.received),
      readSeconds: round(first.read),
      writtenSeconds: round(written.seconds),
      seconds: round(seconds),
      plansSeconds: round(planned.seconds),
      peakMemoryMb: Math.round(peakMb),
      ...rows[0],
      changedBySecondRun: counts ? counts.new + counts.changed : -1,
      linesOfTheLargest: largest,
      toldOfTheLargest: told ? told.new + told.same + told.changed + told['possible-duplicate'] + told.refused : -1,
      largestReadSeconds: round(whole.received + whole.read),
      largestPeakMemoryMb: Math.round(largestPeakMb),
    }
    const complete = rows[0]?.persons === rows[0]?.plans && (rows[0]?.persons ?? 0) > lines * 0.9
    return {
      ok:
        seconds < MOST_SECONDS &&
        Math.max(peakMb, largestPeakMb) < MOST_MEMORY_MB &&
        figures.changedBySecondRun === 0 &&
        complete &&
        figures.toldOfTheLargest === largest,
      figures,
    }
  })
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
