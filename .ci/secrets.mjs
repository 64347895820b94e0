import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listSourceFiles } from './source-files.mjs'

/** Shapes of secrets that programs and clouds give out, and keys. Spelled in pieces: this file is examined too. @type {[RegExp, string][]} */
const SHAPES = [
  [new RegExp('-----BEGIN ' + '([A-Z]+ )?PRIVATE KEY-----'), 'a private key'],
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, 'an access key of a cloud'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{40,}/, 'a token of a code host'],
  [/\bnpm_[A-Za-z0-9]{36}\b/, 'a token of a registry'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, 'a token of a chat'],
  [/\bsk_(live|test)_[A-Za-z0-9]{16,}/, 'a key of a payment service'],
  [/\bAIza[\w-]{35}\b/, 'a key of a cloud'],
  [/\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/, 'a signed token'],
  [/\$argon2id\$v=\d+\$[^'"\s]{60,}/, 'a stored password'],
]
/** `secret: 'gT7…'`: a name that means a secret, and a text that looks made and not written. */
const NAMED = /(secret|password|passwd|token|api_?key|private_?key)\w*['"]?\s*[:=]\s*['"`]([^'"`\s$]{16,})['"`]/gi
/** `postgresql://user:password@host` with a password that is not a word for one. */
const IN_ADDRESS = /\b[a-z][a-z+]+:\/\/[^\s:/@'"`]+:([^\s@'"`/${}<]{8,})@/gi
const EXAMPLES = /^(password|secret|secret-canary|only-for-tests.*|change-?me.*|your-.*|example.*|\*+)$/i

/** What is known to everybody and opens invented data alone. @type {Record<string, string>} */
const MAY_HOLD = { 'prisma/demo/demo-accounts.ts': 'a stored password' }

/** Random enough that nobody typed it: many different characters, of more than one kind. @param {string} text */
function looksMade(text) {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(text)).length
  return kinds === 3 && new Set(text).size >= 12 && !text.includes(' ')
}

/**
 * The fence: no secret stands in the repository. Tests may hold invented ones; they are examined for the shapes of real ones.
 *
 * @param {string} root
 * @returns {import('./text-fences.mjs').Verdict}
 */
export function checkSecrets(root) {
  const texts =
    /\.(ts|tsx|mjs|js|json|sql|prisma|css|md|yml|yaml|csv|sh|example|toml)$|(^|\/)(Dockerfile|NOTICE|\.env[^/]*)$/
  const docs = readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && texts.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path: path.slice(root.length + 1), read: () => readFileSync(path, 'utf8') }
    })
  const files = [...listSourceFiles(root, texts).filter(({ path }) => path !== 'pnpm-lock.yaml'), ...docs]
  return { examined: files.length, problems: files.flatMap(({ path, read }) => secretsIn(path, read())) }
}

/** @param {string} path @param {string} text */
export function secretsIn(path, text) {
  const isTest = /\.test\.|\.spec\.|(^|\/)testing\/|^e2e\//.test(path)
  return text.split('\n').flatMap((line, at) => {
    const shapes = SHAPES.filter(([shape]) => shape.test(line)).map(([, what]) => what)
    const named = isTest ? [] : [...line.matchAll(NAMED)].filter(([, , found = '']) => looksMade(found))
    const inAddress = isTest ? [] : [...line.matchAll(IN_ADDRESS)].filter(([, found = '']) => !EXAMPLES.test(found))
    return [...shapes, ...named.map(() => 'a secret by its name'), ...inAddress.map(() => 'a password in an address')]
      .filter((what) => MAY_HOLD[path] !== what)
      .map((what) => `${path}:${at + 1}: ${what}`)
  })
}
