import { followFigures } from '../src/continuity/follow-figures.ts'
import { openScene, type Scene } from './scene.ts'
import { type ToldRelease, tellRelease } from './told-release.ts'

/** A scene with releases to count: {@link CONTINUITY_NOW} is 24 days after most of them. */
export type ContinuityScene = Scene & {
  /** The cases by the family names that the story gave them. */
  ids: ReadonlyMap<string, string>
}

export const CONTINUITY_NOW = new Date('2026-04-20T09:00:00Z')

const toHarbour = {
  moves: [
    ['send', -72],
    ['acknowledge', -50],
  ],
} as const
const toHaven = {
  area: 'housing',
  to: 'haven',
  moves: [
    ['send', -72],
    ['accept', -50],
  ],
} as const
const treated = { treatment: {}, doses: [{ at: 20, day: '2026-03-28' }] } as const

/**
 * Northgate released 27: 12 handed to Harbour and Haven, 7 to Haven, 6 to Harbour more than thirty days ago, one whom Harbour
 * rejected and one who was taken back. Eastfield released 11 of whom nothing was sent.
 */
export async function openContinuityScene(): Promise<ContinuityScene> {
  const scene = await openScene()
  const ids = new Map<string, string>()
  const tell = async (told: ToldRelease) => ids.set(told.name, (await tellRelease(scene, told)).episodeId)
  const times = async (count: number, told: ToldRelease) => {
    for (let number = 0; number < count; number += 1) await tell({ ...told, name: `${told.name} ${number}` })
  }
  await times(12, { name: 'Both', ...treated, handoffs: [toHarbour, toHaven] })
  await times(7, { name: 'Housing', ...treated, handoffs: [toHaven] })
  await times(6, {
    name: 'Long ago',
    treatment: {},
    releasedAt: new Date('2026-02-10T10:00:00Z'),
    handoffs: [toHarbour],
  })
  await times(11, {
    name: 'Eastfield',
    prison: 'eastfield',
    treatment: {},
    releasedAt: new Date('2026-04-02T10:00:00Z'),
  })
  await tell({
    name: 'Taken back',
    ...treated,
    handoffs: [
      {
        moves: [
          ['send', -72],
          ['revoke', -60, 'release-changed'],
        ],
      },
    ],
  })
  await tell({
    name: 'Rejected',
    ...treated,
    handoffs: [
      {
        moves: [
          ['send', -72],
          ['reject', -60, 'no-capacity'],
        ],
      },
    ],
  })
  await scene.aCase({ familyName: 'Inside' })
  await scene.setClock(CONTINUITY_NOW)
  await followFigures()
  return { ...scene, ids }
}
