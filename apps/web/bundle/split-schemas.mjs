import { basename } from 'node:path'

/**
 * A loader for the browser's copy of packages/domain. A file there often holds a list of codes and the zod schema made of it;
 * a page that shows the list would carry zod as well, which is 30 kB of the 200 kB that a route may have. So each such file
 * becomes two: itself without what is built by a call, and `<file>?schemas`, which it hands on. Whoever takes only the list
 * gets only the list. Types are checked on the sources, which stay as they are.
 *
 * Relies on Biome's layout: what belongs to a statement is indented, or closes a bracket. Plain JavaScript, because the bundler
 * loads it.
 *
 * @this {{ resourcePath: string, resourceQuery: string }}
 * @param {string} source
 * @returns {string}
 */
// biome-ignore lint/style/noDefaultExport: the bundler asks for it
export default function splitSchemas(source) {
  if (this.resourceQuery === '?schemas')
    return source.replace(BUILT, (whole) => whole.replace(/^const/, 'export const'))
  /** @type {string[]} */
  const exported = []
  /** @type {string[]} */
  const inner = []
  const rest = source.replace(BUILT, (_whole, keyword, name) => {
    const names = keyword.startsWith('export') ? exported : inner
    names.push(name)
    return ''
  })
  if (exported.length + inner.length === 0) return source

  const code = rest.replace(IMPORT, '').replace(COMMENT, '').replace(TYPE, '')
  /** @param {string} name */
  const isUsed = (name) => new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(code)
  const self = `./${basename(this.resourcePath)}?schemas`
  const usedHere = [...exported, ...inner].filter(isUsed)
  return [
    ...[...rest.matchAll(IMPORT)].map(([, names = '', from = '']) => importOf(valuesOf(names).filter(isUsed), from)),
    importOf(usedHere, self),
    exported.length > 0 ? `export { ${exported.join(', ')} } from '${self}'` : '',
    rest.replace(IMPORT, ''),
  ].join('\n')
}

/** `const X = z.enum(…)` at the top of a file: built by a call; not a list, not an object, not a function. */
const BUILT =
  /^((?:export )?const) ([\w$]+)(?:: [^=\n]+)? = [a-z][\w$]*(?:(?:\s*\n\s+)?\.[\w$]+)*\(.*(?:\n(?=[ )}\]]).*)*\n?/gm
const IMPORT = /^import \{([^}]*)\} from '([^']+)'\n/gm
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm
/** A type declaration, with the lines that belong to it. */
const TYPE = /^(?:export )?(?:type|interface) .*(?:\n(?=[ )}\]|&]).*)*/gm

/** The names of an import that are there at run time. @param {string} names */
function valuesOf(names) {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
}

/** @param {string[]} names @param {string} from */
function importOf(names, from) {
  return names.length > 0 ? `import { ${names.join(', ')} } from '${from}'` : ''
}
