import { listSourceFiles } from './source-files.mjs'

/**
 * Where product code may ask another machine, and whom. An address that somebody typed is never among them: what is asked comes
 * from configuration, or is this server itself. @type {Record<string, string>}
 */
const MAY_ASK = {
  'apps/web/src/http/identity-provider.ts': 'the identity provider of OIDC_ISSUER',
  'apps/worker/src/post-mail.ts': 'the mail server of SMTP_URL',
  'apps/web/src/print-pack/make-pdf.ts': 'our own print page, in a Chromium without a network',
  'apps/web/src/live/follow.ts': 'the stream of our own server, from the browser',
  'apps/web/src/gate-list/shell-worker.ts': 'our own server, from the browser, under the policy of its page',
  'packages/api/src/document/scan-file.ts': 'the command of THROUGHCARE_SCAN_COMMAND, on its standard input',
  'start/wait-until-ready.mjs': 'our own health page',
}
/** The database, and the programs that we start ourselves. */
const DATABASE = /^packages\/db\/|^start\/|^prisma\//
const PRODUCT = /^(apps|packages|start|prisma)\/.*\.(ts|tsx|mjs)$/
const NOT_PRODUCT = /\.test\.|\.spec\.|(^|\/)testing\//

/** @type {[RegExp, string][]} */
const WAYS_OUT = [
  // In a browser, and to ourselves: the address begins with one slash and is written out.
  [/(?<![.\w])fetch\((?!\s*['"`]\/api\/)/, 'fetch to an address that is not written out'],
  [/\.fetch\(/, 'fetch'],
  [/from ['"](node:)?(http|https|http2|net|tls|dgram|dns)['"]/, 'a network module of Node'],
  [
    /from ['"](undici|axios|got|node-fetch|ws|openid-client|oauth4webapi|nodemailer|playwright-core)['"]/,
    'a library that asks',
  ],
  [/from ['"](node:)?child_process['"]/, 'a program of its own'],
  [/new (WebSocket|EventSource|XMLHttpRequest)\(/, 'a connection of its own'],
  [/import\(\s*(?!['"`])/, 'an import of what is not written out'],
]
/** Types alone, and servers, ask nobody. */
const ASKS_NOBODY =
  /^\s*import type |createServer\b.*from ['"]node:http['"]|\{ (type )?[^}]*(IncomingMessage|ServerResponse)[^}]*\} from ['"]node:http['"]/

/**
 * The fence: nothing of ours asks another machine but where {@link MAY_ASK} says so.
 *
 * @param {string} root
 * @returns {import('./text-fences.mjs').Verdict}
 */
export function checkOutgoing(root) {
  const files = listSourceFiles(root, PRODUCT).filter(({ path }) => !NOT_PRODUCT.test(path))
  const known = new Set(files.map(({ path }) => path))
  return {
    examined: files.length,
    problems: [
      ...files.flatMap(({ path, read }) => waysOutIn(path, read())),
      ...Object.keys(MAY_ASK).flatMap((path) => (known.has(path) ? [] : [`${path} may ask others and is not there`])),
    ],
  }
}

/** @param {string} path @param {string} text */
export function waysOutIn(path, text) {
  if (path in MAY_ASK || DATABASE.test(path)) return []
  return text
    .split('\n')
    .flatMap((line, at) =>
      ASKS_NOBODY.test(line)
        ? []
        : WAYS_OUT.filter(([way]) => way.test(line)).map(([, what]) => `${path}:${at + 1}: ${what}`),
    )
}

/** @type {[RegExp, string][]} What would run text as a program, or take it for marks of a page. */
const RUNS_TEXT = [
  [/dangerouslySet\w+|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/, 'text taken for marks of a page'],
  [/(?<![.\w])eval\(|new Function\(|setTimeout\(\s*['"`]/, 'text run as a program'],
  [/\bhtml:\s*(?!string\b)[`'"(\w]/, 'a letter that is more than plain text'],
  [/href=\{?['"`]javascript:/i, 'a link that runs'],
]

/** The fence: nothing takes text for a program. @param {string} root @returns {import('./text-fences.mjs').Verdict} */
export function checkInert(root) {
  const files = listSourceFiles(root, PRODUCT).filter(({ path }) => !NOT_PRODUCT.test(path))
  return { examined: files.length, problems: files.flatMap(({ path, read }) => runsTextIn(path, read())) }
}

/** @param {string} path @param {string} text */
export function runsTextIn(path, text) {
  return text
    .split('\n')
    .flatMap((line, at) => RUNS_TEXT.filter(([way]) => way.test(line)).map(([, what]) => `${path}:${at + 1}: ${what}`))
}
