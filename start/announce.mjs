import { existsSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { productNode, toolEnvironment } from './prepare.mjs'
import { say } from './progress.mjs'
import { runTool } from './run-tool.mjs'

/** @typedef {{ email: string, password: string, name: string, role: string, service: string }} DemoAccount */

/**
 * The one line that says that it is ready; in the demo who can sign in, and in real use how the first administrator does.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./prepare.mjs').Workshop} workshop
 * @param {{ movedTo: string | null, appUrl: string, NEXTAUTH_SECRET: string }} running
 */
export async function announce(settings, workshop, running) {
  const accounts = settings.demo ? await readDemoAccounts(workshop) : []
  const link = settings.demo ? null : await makeFirstLink(settings, workshop, running)
  const [first] = accounts
  const demo =
    first === undefined
      ? ''
      : ` · demo: sign in as ${first.email} with the password ${first.password}, or with it as one of these:`
  const moved =
    running.movedTo === null ? '' : ` · the database's files are in ${running.movedTo}, where its user can reach them`
  say(`Throughcare is ready at ${settings.origin}${moved}${demo}`)
  for (const { email, name, role, service } of accounts)
    say(`  ${email.padEnd(32)} ${role.padEnd(14)} ${name}, ${service}`)
  if (link !== null) say(`Nobody can sign in yet. Within a day, the first administrator does so here: ${link}`)
}

/** @param {import('./prepare.mjs').Workshop} workshop @returns {Promise<DemoAccount[]>} */
async function readDemoAccounts({ root, logFolder }) {
  const file = join(root, 'prisma/demo/demo-accounts.ts')
  if (!existsSync(file)) return []
  const program = `import { DEMO_ACCOUNTS } from ${JSON.stringify(pathToFileURL(file).href)}; console.log(JSON.stringify(DEMO_ACCOUNTS))`
  const said = await runTool({
    doing: 'Reading the demo accounts',
    command: productNode(root),
    args: ['--input-type=module', '-e', program],
    cwd: root,
    env: toolEnvironment(),
    logFile: join(logFolder, 'demo-accounts.log'),
  })
  return JSON.parse(said)
}

/**
 * A link that lets whoever opens it become the administrator, for a day, while there is none. It is said once and written nowhere.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./prepare.mjs').Workshop} workshop
 * @param {{ appUrl: string, NEXTAUTH_SECRET: string }} running
 * @returns {Promise<string | null>}
 */
async function makeFirstLink({ origin }, { root }, { appUrl, NEXTAUTH_SECRET }) {
  const said = await runTool({
    doing: 'Making the link of the first administrator',
    command: productNode(root),
    args: ['packages/api/src/access/print-first-link.ts'],
    cwd: root,
    env: toolEnvironment({ DATABASE_URL: appUrl, NEXTAUTH_SECRET, NEXTAUTH_URL: origin, TZ: 'UTC' }),
    logFile: devNull,
  })
  return said.trim() || null
}
