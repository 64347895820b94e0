import { newId } from '@throughcare/db/uuid'
import type { Scene } from './scene.ts'
import { type TreatedCase, treatedCase } from './treated-case.ts'

const YESTERDAY_10 = new Date('2026-03-25T10:00:00Z')
const OUT = new Date('2026-03-24T09:00:00Z')

/** `pharmacy`: Mill Lane Pharmacy takes part as well, and may dose. */
export type DosedCaseOptions = Parameters<typeof treatedCase>[1] & { lastDose?: Date | null; pharmacy?: boolean }

/** Out since Tuesday, taken over by Harbour, dosed there yesterday unless said otherwise. */
export async function dosedCase(
  scene: Scene,
  { lastDose = YESTERDAY_10, pharmacy = false, ...options }: DosedCaseOptions = {},
): Promise<TreatedCase> {
  const one = await treatedCase(scene, { releasedAt: OUT, ...options })
  await scene.aHandoff(one.of, { area: 'omt', status: 'accepted' })
  if (pharmacy)
    await scene.aHandoff(one.of, { area: 'naloxone', status: 'accepted', to: 'millLane', worker: 'millLaneWorker' })
  if (pharmacy)
    await scene.owner.query(`update handoff set carries = app.categories_of_area('omt') where episode_id = $1`, [
      one.of.episodeId,
    ])
  if (lastDose) await scene.aDose(one.of, { treatmentId: one.treatmentId, givenAt: lastDose })
  return one
}

/** "Given today" on the row of this case. */
export const givenPress = ({ of, treatmentId }: TreatedCase, seenVersion = 0) => ({
  episodeId: of.episodeId,
  treatmentId,
  requestId: newId(),
  seenVersion,
})
