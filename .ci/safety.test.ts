import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** A row of the hazard log: id, hazard, controls, the tests that hold them, state. */
const HAZARDS = readFileSync(join(ROOT, 'SAFETY.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^H\d+$/.test(cells[1] ?? ''))

describe('the hazard log', () => {
  it('has its hazards', () => expect(HAZARDS.length).toBeGreaterThanOrEqual(18))

  it.each(HAZARDS.map((cells) => [cells[1], cells] as const))(
    '%s names tests that are there, or is open',
    (_id, cells) => {
      const [tests = '', state] = cells.slice(4, 6)
      const files = [...tests.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
      expect(['held', 'partly', 'open']).toContain(state)
      if (state !== 'open') expect(files.length).toBeGreaterThan(0)
      expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
    },
  )
})
