import { describe, expect, test } from 'vitest'
import { everyRequirement, judgeAsvs } from './asvs.mjs'

const row = (requirement: string, change: object = {}) => ({
  requirement,
  level: '2',
  what: 'something',
  state: 'met',
  control: 'somehow',
  tests: ['A04'],
  ...change,
})
const all = (change: Record<string, object> = {}) => everyRequirement().map((id) => row(id, change[id]))
const judge = (rows: ReturnType<typeof all>) => judgeAsvs(rows, new Set(['A04']), (file) => file === 'there.test.ts')

describe('the requirements that are held', () => {
  test('are 246 of levels 1 and 2, and five of level 3', () => {
    const ids = everyRequirement()
    expect(ids).toHaveLength(251)
    expect(new Set(ids).size).toBe(251)
    for (const id of ['2.3.5', '7.5.3', '8.2.4', '8.3.2', '8.3.3']) expect(ids).toContain(id)
    expect(judge(all())).toEqual([])
  })

  test.each<[string, ReturnType<typeof all>, string[]]>([
    ['one without a row', all().slice(1), ['1.1.1 has no row']],
    ['one with two', [...all(), row('1.1.1')], ['1.1.1 has two rows']],
    ['one that there is not', [...all(), row('1.9.9')], ['1.9.9 is no requirement that is held here']],
    ['met by nothing', all({ '1.1.1': { tests: [] } }), ['1.1.1 is called met and nothing proves it']],
    ['not met, and said so', all({ '1.1.1': { state: 'not met', tests: [] } }), []],
    ['a case that waits', all({ '1.1.1': { tests: ['A05'] } }), ['1.1.1 names A05, which waits']],
    ['a file that is there', all({ '1.1.1': { tests: ['there.test.ts'] } }), []],
    ['a file that is not', all({ '1.1.1': { tests: ['gone.test.ts'] } }), ['1.1.1: there is no test gone.test.ts']],
    ['a file that is no test', all({ '1.1.1': { tests: ['there.ts'] } }), ['1.1.1: there is no test there.ts']],
    [
      'another state',
      all({ '1.1.1': { state: 'surely' } }),
      ['1.1.1: "surely" is none of met, partly, not met, not applicable'],
    ],
  ])('%s', (_, rows, problems) => {
    expect(judge(rows)).toEqual(problems)
  })
})
