import { openTo } from '@throughcare/api/matrix/fixture'
import type { Hat } from '@throughcare/api/matrix/hats'
import { SITUATIONS, type Situation, type SituationName } from '@throughcare/api/matrix/situations'
import { type Stage, setStage, situationsOf } from '@throughcare/api/matrix/stage'
import { ghostCase } from '@throughcare/api/matrix/stored-case'
import { mayDo, mayEver } from '@throughcare/domain/access/who-may'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FILE_HANDLERS } from '../files/file-handlers.ts'
import { type Door, openDoor } from './testing/door.ts'

let door: Door
let stage: Stage
beforeAll(async () => {
  door = await openDoor()
  stage = await setStage(door.scene)
})
afterAll(() => door.close())

const ask = (hat: Hat, path: string, method = 'GET') =>
  door.ask(path, {
    method,
    headers: { cookie: `__Host-throughcare-session=${hat.sid}`, origin: door.origin, 'x-throughcare': '1' },
  })

it('A09: every file that goes out goes to whom its category is open, and every way in refuses the rest', {
  timeout: 120_000,
}, async () => {
  const tried = new Map<string, number>()
  const faults: string[] = []
  const look = (name: string, hat: Hat, situation: SituationName, isAsRuled: boolean, was: string) => {
    tried.set(name, (tried.get(name) ?? 0) + 1)
    if (!isAsRuled) faults.push(`${name}, ${hat.name}, ${situation}: ${was}`)
  }
  const ghost = ghostCase(true)
  for (const hat of stage.hats) {
    const nobodys = await ask(hat, `/api/files/document?id=${ghost.documents.omt}`)
    for (const situation of situationsOf(hat)) {
      const { relation }: Situation = SITUATIONS[situation]
      const of = stage.standing(hat, situation)
      const open = openTo({ hat, situation })
      for (const area of ['omt', 'partner', 'documents'] as const) {
        const may = open.has(area) && mayDo(hat.role, 'document.read', relation, hat.kind, hat.actor.grants)
        const { status, text } = await ask(hat, `/api/files/document?id=${of.documents[area]}`)
        const isLikeNobodys = status === nobodys.status && text === nobodys.text
        const isKnown = relation !== 'none' && open.has(area)
        look(
          'GET /api/files/document',
          hat,
          situation,
          may ? status === 200 : isKnown ? status === 403 : isLikeNobodys,
          `${area}: ${status} ${text.slice(0, 80)}, may: ${may}`,
        )
      }
      if (!mayDo(hat.role, 'print-pack.by-episode', relation, hat.kind)) {
        const { status } = await ask(hat, `/api/files/print-pack?episode=${of.episodeId}&sheet=person`)
        look('GET /api/files/print-pack', hat, situation, status === 403 || status === 404, String(status))
      }
    }
  }
  // Figures are nobody's case: whoever may take them hears of an export that never was what they hear of another service's.
  for (const hat of stage.hats) {
    const { status } = await ask(hat, `/api/files/figure-export?id=${ghost.planId}`)
    const may = mayEver(hat.role, hat.kind, 'figure-export.by-id', hat.actor.grants)
    look('GET /api/files/figure-export', hat, 'stranger', status === (may ? 404 : 403), `${status}, may: ${may}`)
  }
  // What comes in: who may never, gets no further than the door.
  for (const hat of stage.hats) {
    if (hat.role !== 'prison-health') {
      const { status } = await ask(hat, '/api/files/release-list', 'POST')
      look('POST /api/files/release-list', hat, 'stranger', status === 403, String(status))
    }
    const { status } = await ask(hat, `/api/files/document?item=${stage.standing(hat, 'stranger').items.omt}`, 'POST')
    look('POST /api/files/document', hat, 'stranger', status >= 400 && status < 500, String(status))
  }
  expect(faults).toEqual([])
  expect([...tried.keys()].toSorted()).toEqual(Object.keys(FILE_HANDLERS).toSorted())
  process.stdout.write(`\nFiles: ${[...tried].map(([name, cells]) => `${name} ${cells}`).join(', ')} cells\n`)
})
