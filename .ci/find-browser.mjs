import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { productNode, toolEnvironment } from '../start/prepare.mjs'
import { Refused } from '../start/refused.mjs'
import { runTool } from '../start/run-tool.mjs'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium for the journeys: the one that CHROMIUM_PATH names, Playwright's own, the system's, or one that is installed
 * now through the system's packages (root) or Playwright's download.
 *
 * @param {string} root
 * @param {string} logFolder
 * @param {string[]} [systemBrowsers] where a system may keep one
 * @returns {Promise<string>} an executable
 * @throws {Refused} with what to do, when there is none and none can be had
 */
export async function getBrowser(root, logFolder, systemBrowsers = SYSTEM_BROWSERS) {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Refused(`CHROMIUM_PATH is ${named}, where there is no browser: correct it, or leave it out.`)
  }
  const found = findInstalled(root, systemBrowsers)
  if (found !== null) return found
  await tryToInstall(root, logFolder)
  const installed = findInstalled(root, systemBrowsers)
  if (installed !== null) return installed
  throw new Refused(
    'There is no Chromium for the journeys and none could be installed: install one (as root: apt-get install chromium), or name one with CHROMIUM_PATH.',
  )
}

/** @param {string} root @param {string[]} systemBrowsers @returns {string | null} */
function findInstalled(root, systemBrowsers) {
  return [playwrightsOwn(root), ...systemBrowsers].find((file) => file !== '' && existsSync(file)) ?? null
}

/** @param {string} root @returns {string} where Playwright would keep its own */
function playwrightsOwn(root) {
  const program = "console.log(require('@playwright/test').chromium.executablePath())"
  const { stdout } = spawnSync(productNode(root), ['-e', program], { cwd: join(root, 'e2e'), encoding: 'utf8' })
  return (stdout ?? '').trim()
}

/** @param {string} root @param {string} logFolder */
async function tryToInstall(root, logFolder) {
  const common = { doing: 'Installing a browser', cwd: root, logFile: join(logFolder, 'browser.log') }
  /** @param {string} command @param {string[]} args */
  const attempt = (command, args) =>
    runTool({ ...common, command, args, env: toolEnvironment({ DEBIAN_FRONTEND: 'noninteractive' }) }).then(
      () => true,
      () => false,
    )
  if (process.getuid?.() === 0 && (await attempt('apt-get', ['update']))) {
    if (await attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) return
  }
  await attempt(productNode(root), [join(root, 'e2e/node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
}
