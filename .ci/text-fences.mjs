import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listSourceFiles } from './source-files.mjs'

/**
 * @typedef {object} Verdict
 * @property {number} examined a fence that examined nothing has failed
 * @property {string[]} problems
 */

const CODE = /\.(ts|tsx|mjs|js)$/
const LONGEST_LINES = 300
/** Names that say nothing of what is inside, so that everything ends up there. */
const DRAWERS = new Set(
  'utils util lib libs common commons helpers helper types features shared misc manager managers'.split(' '),
)

/** Marks of unfinished or silenced work. Spelled in pieces: this file is examined too. @type {[RegExp, string][]} */
const UNFINISHED = [
  [new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`), 'unfinished work'],
  [new RegExp('@ts-' + '(ignore|nocheck|expect-error)'), 'a silenced type error'],
  [new RegExp('\\b(test|it|describe)\\.' + '(skip|todo|only|fixme)\\b'), 'a test that does not run'],
]

/** Every fence over the text of our files, by name. @type {Record<string, (root: string) => Verdict>} */
export const TEXT_FENCES = {
  'folders and files are named after a noun': (root) =>
    overFiles(listSourceFiles(root), ({ path }) =>
      path
        .split('/')
        .flatMap((part) => (DRAWERS.has(part.replace(/\.[^.]*$/, '')) ? [`${path}: "${part}" is a drawer`] : [])),
    ),

  'files are short enough to read': (root) =>
    overFiles(listSourceFiles(root, /\.(ts|tsx|mjs|prisma)$/), ({ path, read }) => {
      const lines = read().trimEnd().split('\n').length
      return lines > LONGEST_LINES ? [`${path}: ${lines} lines, at most ${LONGEST_LINES}`] : []
    }),

  'nothing is unfinished or silenced': (root) =>
    overLines(listSourceFiles(root, /\.(ts|tsx|mjs|sql|prisma|css)$/), (line) =>
      UNFINISHED.filter(([mark]) => mark.test(line)).map(([, what]) => what),
    ),

  'no barrels, and every relative import names its file': (root) =>
    overFiles(listSourceFiles(root, CODE), ({ path, read }) => {
      const imports = read().matchAll(/(?:from|import\()\s*['"](\.{1,2}\/[^'"]*)['"]/g)
      const nameless = [...imports]
        .map(([, to = '']) => to)
        .filter((to) => !/\.(ts|tsx|mjs|js|json|css|svg|woff2)(\?\w+)?$/.test(to))
      return [
        ...nameless.map((to) => `${path}: imports ${to} without its ending`),
        ...(/(^|\/)index\.tsx?$/.test(path) ? [`${path}: is a barrel`] : []),
      ]
    }),

  'browser code takes only types and inputs from packages/api': (root) =>
    overFiles(
      listSourceFiles(root, /^apps\/web\/.*\.tsx?$/).filter(({ read }) => /^['"]use client['"]/m.test(read())),
      ({ path, read }) =>
        [...read().matchAll(/^import\s+(?!type\b)[^'"]*from ['"]@throughcare\/api\/([^'"]+)['"]/gm)]
          .filter(([, module = '']) => !isInput(root, module))
          .map(([, module]) => `${path}: brings packages/api/${module} into the browser`),
    ),

  'versions are exact and named once': (root) => {
    const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').matchAll(/^ {2}'?([@\w./-]+)'?: (\S+)$/gm)
    const loose = [...catalog]
      .filter(([, , version = '']) => /[\^~*<>|]|latest/.test(version))
      .map(([, name, version]) => `pnpm-workspace.yaml: ${name} is ${version}`)
    const manifests = overFiles(listSourceFiles(root, /(^|\/)package\.json$/), ({ path, read }) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read())
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
        .map(([name, version]) => `${path}: ${name} is ${version}, and not in the catalog`)
    })
    return { examined: manifests.examined, problems: [...loose, ...manifests.problems] }
  },

  'migrations are in order and whole': (root) => {
    const scripts = listSourceFiles(root, /^prisma\/migrations\/[^/]+\//)
    return overFiles(scripts, ({ path }) =>
      /^prisma\/migrations\/\d{14}_[a-z0-9_]+\/migration\.sql$/.test(path)
        ? []
        : [`${path}: not <14 digits>_<words>/migration.sql`],
    )
  },
}

/** What a form parses with: a file of schemas, which knows zod and the domain and nothing else. @param {string} root @param {string} module */
function isInput(root, module) {
  return module.endsWith('-input') && knowsOnlyRules(join(root, 'packages/api/src', `${module}.ts`))
}

/** @param {string} file @returns {boolean} */
function knowsOnlyRules(file) {
  const sources = [...readFileSync(file, 'utf8').matchAll(/from ['"]([^'"]+)['"]/g)].map(([, source = '']) => source)
  return sources.every((source) =>
    source.startsWith('.')
      ? knowsOnlyRules(join(dirname(file), source))
      : source === 'zod' || source.startsWith('@throughcare/domain/'),
  )
}

/** @param {import('./source-files.mjs').SourceFile[]} files @param {(file: import('./source-files.mjs').SourceFile) => string[]} find */
function overFiles(files, find) {
  return { examined: files.length, problems: files.flatMap(find) }
}

/** @param {import('./source-files.mjs').SourceFile[]} files @param {(line: string) => string[]} find */
function overLines(files, find) {
  return overFiles(files, ({ path, read }) =>
    read()
      .split('\n')
      .flatMap((line, at) => find(line).map((what) => `${path}:${at + 1}: ${what}`)),
  )
}
