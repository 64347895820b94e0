import type { CaseGap } from '@throughcare/domain/gap/gap-of-case'
import { type Deed, soon } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'

/**
 * Holds the row of a case until the transaction ends: whoever writes to the case meanwhile waits, and what is worked out here
 * never stands over something newer. What is asked after it waits with it.
 */
export function holdGap(deed: Deed, episodeId: string): void {
  soon(deed, deed.tx.$queryRaw`select 1 from cover_gap where episode_id = ${episodeId}::uuid for update`)
}

/** Writes what was worked out for a case over what stood there, with the place where the person is dosed. Nobody waits for it. */
export function recordGap(
  deed: Deed,
  episodeId: string,
  dosingServiceId: string | null,
  { part, gap, rests, staleAt }: CaseGap,
): void {
  const { tx, now } = deed
  const written = tx.$executeRaw`
    insert into cover_gap (episode_id, board, gap_from, gap_to, days, cause, cause_service_id, cause_day, cause_holiday,
      cause_reason, causes, dosing_service_id, rests_from, rests_to, rests_unsaid, worked_out_at, stale_at)
    values (${episodeId}::uuid, ${part}, ${gap?.from ?? null}::date, ${gap?.to ?? null}::date, ${gap?.days ?? null},
      ${gap?.cause ?? null}, ${gap?.causeServiceId ?? null}::uuid, ${gap?.causeDay ?? null}::date, ${gap?.causeHoliday ?? null},
      ${gap?.causeReason ?? null}, ${JSON.stringify(gap?.causes ?? [])}::jsonb,
      ${dosingServiceId}::uuid, ${rests?.from ?? null}::date, ${rests?.to ?? null}::date, ${rests?.unsaid ?? null}, ${now}, ${staleAt})
    on conflict (episode_id) do update set board = excluded.board, gap_from = excluded.gap_from, gap_to = excluded.gap_to,
      days = excluded.days, cause = excluded.cause, cause_service_id = excluded.cause_service_id, cause_day = excluded.cause_day,
      cause_holiday = excluded.cause_holiday, cause_reason = excluded.cause_reason, causes = excluded.causes, dosing_service_id = excluded.dosing_service_id,
      rests_from = excluded.rests_from, rests_to = excluded.rests_to, rests_unsaid = excluded.rests_unsaid,
      worked_out_at = excluded.worked_out_at, stale_at = excluded.stale_at`
  soon(deed, written)
}

/** The cases whose cover was written to in this transaction, and which the triggers therefore ended on the gap board: a column. */
export const MOVED_GAPS = Prisma.sql`current_setting('app.gaps_moved', true)`

/** The same as ids. */
export function movedGapsIn(moved: string | null | undefined): string[] {
  return moved?.split(' ').filter((id) => id !== '') ?? []
}

/** Cases to work out again, oldest first, each with a service that may. For the system actor; nobody else gets a row. */
export function findGapsToWorkOut({ tx }: Deed, atMost: number): Promise<{ serviceId: string; episodeId: string }[]> {
  return tx.$queryRaw`
    select service_id as "serviceId", episode_id as "episodeId" from app.gaps_to_work_out(${atMost}::int)`
}

/** Asks the worker to work out what holds no more, unless it was asked already and has not begun. */
export async function askToFollowGaps({ tx }: Deed): Promise<void> {
  await tx.$executeRaw`
    select app.enqueue('follow-gaps', '{}'::jsonb)
    where not exists (select 1 from pgboss.job where name = 'follow-gaps' and state in ('created', 'retry'))`
}
