import { ITEMS_OF_EPISODE } from './country-size.ts'
import { DAILY_DOSES, DEPOT_DOSES } from './episode-shape.ts'
import { callOf, type Ground, keepSignedIn, type ProductCall, pageOf, sessionsOf } from './job.ts'
import { casesOfPrison } from './read-jobs.ts'
import { Wire } from './wire.ts'

const CASES = 20

type Answered = { result?: { data?: { json?: Record<string, unknown> } } }

/**
 * Opens a sample of the copied cases as the nurse of their prison does, through the product: plan with its twenty items, every dose,
 * timeline, and where there are pages the page of the case.
 *
 * @returns how many cases were opened
 * @throws when one does not open or shows something else than was copied
 */
export async function checkCountry(ground: Ground, hasPages: boolean): Promise<number> {
  const [session] = sessionsOf(ground, ground.places.busyPrison.id, 'prison-health')
  if (!session) throw new Error('nobody of the busy prison is signed in')
  const cases = (await casesOfPrison(ground, true)).slice(0, CASES)
  await keepSignedIn(ground)
  const wire = await Wire.open(ground.port)
  const ask = async (call: Omit<ProductCall, 'session'>): Promise<Record<string, unknown>> => {
    const { status, text } = await wire.ask(callOf(ground, { ...call, session }), true)
    if (status !== 200) throw new Error(`${call.path} answered ${status}: ${text.slice(0, 200)}`)
    return (JSON.parse(text) as Answered).result?.data?.json ?? {}
  }
  const count = (what: unknown): number => (Array.isArray(what) ? what.length : -1)
  for (const episodeId of cases) {
    const plan = await ask({ path: 'carePlan.byEpisode', input: { episodeId } })
    if (count(plan.items) !== ITEMS_OF_EPISODE) throw new Error(`a case shows ${count(plan.items)} items`)
    const medication = await ask({ path: 'medication.byEpisode', input: { episodeId } })
    if (![DAILY_DOSES, DEPOT_DOSES].includes(count(medication.entries)))
      throw new Error(`a case shows ${count(medication.entries)} doses`)
    const timeline = await ask({ path: 'timeline.byEpisode', input: { episodeId } })
    if (count(timeline.entries) < DEPOT_DOSES) throw new Error('a case shows no timeline')
    if (hasPages) {
      const { status, text } = await wire.ask(pageOf(ground, `/cases/${episodeId}`, session), true)
      if (status !== 200 || !text.includes('</html>')) throw new Error(`the page of a case answered ${status}`)
    }
  }
  wire.close()
  if (cases.length === 0) throw new Error('there is no case to open')
  return cases.length
}
