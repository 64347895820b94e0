import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from './fences.mjs'
import { TEXT_FENCES } from './text-fences.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const NAVIKT = "import { Button } from '@navikt/ds-react'\n\nexport const a = Button\n"
const TRPC = "import { TRPCError } from '@trpc/server'\n\nexport const a = TRPCError\n"
const PAGE = 'export default function Page() {\n  return null\n}\n'

/** A file that must not be, and the rule that says so; null where the same text is right. */
const PLANTED: [path: string, text: string, rule: string | null][] = [
  [
    'packages/domain/src/node.ts',
    "import { readFileSync } from 'node:fs'\n\nexport const a = readFileSync\n",
    'noNodejsModules',
  ],
  ['packages/domain/src/db.ts', "import { b } from '@throughcare/db/b'\n\nexport const a = b\n", 'noRestrictedImports'],
  ['packages/domain/src/clock.ts', 'export const a = () => new Date()\n', 'plugin'],
  ['packages/domain/src/clock-number.ts', 'export const a = () => Date.now()\n', 'plugin'],
  ['packages/domain/src/dice.ts', 'export const a = () => Math.random()\n', 'plugin'],
  ['packages/domain/src/given-time.ts', 'export const a = (text: string) => new Date(text)\n', null],
  ['packages/domain/src/environment.ts', 'export const a = () => process.env.A\n', 'noRestrictedGlobals'],
  ['packages/api/src/handoff/send-handoff.ts', TRPC, 'noRestrictedImports'],
  ['packages/api/src/handoff/handoff.router.ts', TRPC, null],
  [
    'packages/api/src/handoff/prisma.ts',
    "import { a } from '@throughcare/db/generated/client'\n\nexport const b = a\n",
    'noRestrictedImports',
  ],
  ['packages/db/src/prisma.ts', "import { a } from './generated/client.ts'\n\nexport const b = a\n", null],
  [
    'apps/web/src/handoff/db.ts',
    "import type { A } from '@throughcare/db/a'\n\nexport type B = A\n",
    'noRestrictedImports',
  ],
  ['apps/web/src/handoff/button.ts', NAVIKT, 'noRestrictedImports'],
  ['packages/ui/src/button.ts', NAVIKT, null],
  [
    'packages/ui/src/handoff.ts',
    "import { a } from '@throughcare/domain/a'\n\nexport const b = a\n",
    'noRestrictedImports',
  ],
  [
    'packages/db/src/cycle-one.ts',
    "import { b } from './cycle-two.ts'\n\nexport const a = () => b\n",
    'noImportCycles',
  ],
  [
    'packages/db/src/cycle-two.ts',
    "import { a } from './cycle-one.ts'\n\nexport const b = () => a\n",
    'noImportCycles',
  ],
  ['packages/db/src/everything.ts', "export * from './prisma.ts'\n", 'noReExportAll'],
  ['packages/db/src/page.tsx', PAGE, 'noDefaultExport'],
  ['apps/web/src/app/page.tsx', PAGE, null],
  ['packages/db/src/enum.ts', 'export enum A {\n  B = 1,\n}\n', 'noEnum'],
  ['packages/db/src/CamelCase.ts', 'export const a = 1\n', 'useFilenamingConvention'],
  ['packages/db/src/given-up.ts', 'export const a = (b: any) => b\n', 'noExplicitAny'],
  ['packages/db/src/silent.test.ts', "import { test } from 'vitest'\n\ntest.skip('a', () => {})\n", 'noSkippedTests'],
]

let planted: string
let reported: Map<string, string[]>

function put(path: string, text: string): void {
  mkdirSync(dirname(join(planted, path)), { recursive: true })
  writeFileSync(join(planted, path), text)
}

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'throughcare-fences-'))
  for (const name of ['biome.json', 'no-clock.grit', '.gitignore']) cpSync(join(ROOT, name), join(planted, name))
  for (const [path, text] of PLANTED) put(path, text)
  const { stdout } = spawnSync(
    join(ROOT, 'node_modules/.bin/biome'),
    ['lint', '--reporter=json', '--max-diagnostics=200', '--vcs-enabled=false', '.'],
    { cwd: planted, encoding: 'utf8' },
  )
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] }
  reported = new Map()
  for (const { location, category } of diagnostics) {
    reported.set(location.path, [...(reported.get(location.path) ?? []), category.split('/').at(-1) ?? ''])
  }
})

afterAll(() => rmSync(planted, { recursive: true }))

describe('the rules inside packages', () => {
  test.each(PLANTED)('%s', (path, _, rule) => {
    const found = reported.get(path) ?? []
    if (rule === null) expect(found).toEqual([])
    else expect(found).toContain(rule)
  })
})

describe('the fences over text', () => {
  const problemsOf = (fence: string) => TEXT_FENCES[fence]?.(planted).problems ?? ['no such fence']

  test.each<[string, string, string, RegExp]>([
    ['folders and files are named after a noun', 'packages/db/src/utils/date.ts', '', /"utils" is a drawer/],
    ['folders and files are named after a noun', 'packages/db/src/helpers.ts', '', /"helpers\.ts" is a drawer/],
    ['files are short enough to read', 'packages/db/src/long.ts', 'x\n'.repeat(301), /long\.ts: 301 lines/],
    [
      'nothing is unfinished or silenced',
      'packages/db/src/later.ts',
      `// ${'TO'}DO: later\n`,
      /later\.ts:1: unfinished work/,
    ],
    [
      'no barrels, and every relative import names its file',
      'packages/db/src/short.ts',
      `import { a } from ${"'./a'"}\n`,
      /imports \.\/a without/,
    ],
    ['no barrels, and every relative import names its file', 'packages/db/src/index.ts', '', /is a barrel/],
    [
      'browser code takes only types and inputs from packages/api',
      'apps/web/src/form.tsx',
      "'use client'\n\nimport { a } from '@throughcare/api/a'\n",
      /form\.tsx: brings packages\/api\/a into/,
    ],
    ['migrations are in order and whole', 'prisma/migrations/first/migration.sql', '', /not <14 digits>/],
  ])('%s: %s', (fence, path, text, problem) => {
    put(path, text)
    expect(problemsOf(fence).join('\n')).toMatch(problem)
    rmSync(join(planted, path))
    expect(problemsOf(fence).join('\n')).not.toMatch(problem)
  })

  test('browser code may take an input, and a type beside a value of another package', () => {
    put('packages/api/src/a-input.ts', "import { z } from 'zod'\n")
    put(
      'apps/web/src/form.tsx',
      "'use client'\n\nimport { b } from 'b'\nimport type { C } from '@throughcare/api/c'\nimport { A } from '@throughcare/api/a-input'\n",
    )
    expect(problemsOf('browser code takes only types and inputs from packages/api')).toEqual([])
    put('packages/api/src/a-input.ts', "import { z } from 'zod'\nimport { database } from '@throughcare/db/database'\n")
    expect(problemsOf('browser code takes only types and inputs from packages/api')).toHaveLength(1)
  })

  test('versions that are not exact, or not in the catalog', () => {
    put('pnpm-workspace.yaml', "catalog:\n  react: ^19.3.1\n  '@scope/exact': 1.2.3\n")
    put('packages/db/package.json', JSON.stringify({ dependencies: { pg: '8.23.1', zod: 'catalog:' } }))
    expect(problemsOf('versions are exact and named once')).toEqual([
      'pnpm-workspace.yaml: react is ^19.3.1',
      'packages/db/package.json: pg is 8.23.1, and not in the catalog',
    ])
  })

  test('a fence that examined nothing has failed', () => {
    expect(judge({ examined: 0, problems: [] }).problems).toEqual(['It examined no file.'])
    expect(judge({ examined: 1, problems: [] }).problems).toEqual([])
  })
})
