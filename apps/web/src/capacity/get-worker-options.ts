import { mayHere } from '../session/may-here.ts'
import { api } from '../trpc/server.ts'
import { getCapacityWords, type WorkerOption } from './get-capacity-words.ts'

/** The workers of the reader's service with what each has and whether they have room; none where nobody says so. */
export async function getWorkerOptions(): Promise<WorkerOption[]> {
  if (!(await mayHere('capacity.team'))) return []
  const caller = await api()
  const [{ team }, words] = await Promise.all([caller.capacity.team(), getCapacityWords()])
  return words.options(team)
}
