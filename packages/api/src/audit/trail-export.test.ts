import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTrailScene, type TrailScene } from '../../testing/trail-scene.ts'
import { signHead } from './sign-head.ts'
import { pemOf } from './trail-key.ts'
import { verifyExport } from './verify-export.mjs'
import { writeExport } from './write-export.ts'

const VERIFIER = new URL('verify-export.mjs', import.meta.url).pathname

let trail: TrailScene
let folder: string
const file = (name: string) => join(folder, name)
const pem = () => pemOf(trail.key.publicKey)

beforeAll(async () => {
  trail = await openTrailScene()
  folder = mkdtempSync(join(tmpdir(), 'export-'))
  for (let batch = 0; batch < 3; batch += 1) {
    for (const service of trail.services) await trail.write(service)
    await trail.sealAll()
    await signHead(trail.key, 0)
    if (batch === 1) await writeExport(file('earlier'), { withEntries: false })
  }
  await writeExport(file('whole'), { withEntries: true })
  await writeExport(file('without'), { withEntries: false })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await trail.close()
})

/** The whole export with its lines altered. */
function altered(how: (lines: string[]) => string[]): string {
  writeFileSync(file('altered'), how(readFileSync(file('whole'), 'utf8').trim().split('\n')).join('\n'))
  return file('altered')
}
const at = (lines: string[], kind: string, place: number) =>
  lines.map((line, index) => ({ line, index })).filter(({ line }) => line.startsWith(`{"${kind}"`))[place]?.index ?? -1

it('an export is checked by a second party with the public key alone', async () => {
  expect(await verifyExport(file('whole'), pem(), file('earlier'))).toEqual({
    heads: 3,
    seals: 9,
    entries: 9,
    fault: null,
  })
  expect(await verifyExport(file('without'), pem())).toMatchObject({ seals: 9, entries: 0, fault: null })
  writeFileSync(file('key.pem'), pem())
  const said = spawnSync(process.execPath, [VERIFIER, file('whole'), file('key.pem')], { encoding: 'utf8' })
  expect(said).toMatchObject({ status: 0, stdout: '3 heads, 9 batches, 9 entries: all as they were sealed\n' })
})

it.each<[string, (lines: string[]) => string[], RegExp]>([
  [
    'an entry that was altered',
    (lines) =>
      lines.with(at(lines, 'entry', 4), (lines[at(lines, 'entry', 4)] ?? '').replace('test.write', 'test.read')),
    /^entry .* says something else/,
  ],
  ['an entry that is gone', (lines) => lines.toSpliced(at(lines, 'entry', 4), 1), /^entry .* is gone/],
  [
    'an entry that was never sealed',
    (lines) => [
      ...lines,
      (lines[at(lines, 'entry', 4)] ?? '').replace(/\["[^"]+"/, '["ffffffff-ffff-7fff-bfff-ffffffffffff"'),
    ],
    /never sealed/,
  ],
  ['a batch in the middle that is gone', (lines) => lines.toSpliced(at(lines, 'seal', 1), 1), /batch 2 is gone/],
  [
    'a last batch that is gone',
    (lines) => lines.filter((line, index) => index !== at(lines, 'seal', 8) && !line.startsWith('{"entry"')),
    /ends before batch 3/,
  ],
  [
    'a batch that says something else',
    (lines) =>
      lines.with(at(lines, 'seal', 2), (lines[at(lines, 'seal', 2)] ?? '').replace(/"lastXid":"\d/, '"lastXid":"9')),
    /hash does not hold/,
  ],
  ['a head that is gone', (lines) => lines.toSpliced(1, 1), /a head before it is gone/],
  [
    'a head that says something else',
    (lines) => lines.with(0, (lines[0] ?? '').replace('sequence\\":1', 'sequence\\":0')),
    /signature does not hold/,
  ],
])('%s is found', async (_, how, fault) => {
  expect((await verifyExport(altered(how), pem())).fault).toMatch(fault)
})

it('a trail that was shortened after an earlier export is found, and so is one that another key signed', async () => {
  writeFileSync(
    file('head'),
    JSON.stringify({ head: JSON.parse(readFileSync(file('whole'), 'utf8').split('\n')[2] ?? '').head }, null, 1),
  )
  expect(await verifyExport(file('earlier'), pem(), file('head'))).toMatchObject({
    fault: expect.stringMatching(/ends before batch 3.*earlier/),
  })
  const other = await openTrailScene()
  expect(await verifyExport(file('whole'), pemOf(other.key.publicKey))).toMatchObject({
    fault: expect.stringMatching(/signature does not hold/),
  })
  await other.close()
})
