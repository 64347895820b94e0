import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from './refused.mjs'

/**
 * The demo's secret, made once and kept in the data folder, readable by its owner only. Real use gives its own.
 *
 * @param {string} dataFolder
 * @returns {{ NEXTAUTH_SECRET: string }}
 */
export function getDemoSecrets(dataFolder) {
  const file = join(dataFolder, 'secrets.json')
  if (!existsSync(file)) {
    const made = { NEXTAUTH_SECRET: randomBytes(48).toString('base64url') }
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    return made
  }
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept.NEXTAUTH_SECRET === 'string') return kept
  } catch {
    // Said below.
  }
  throw new Refused(`${file} is damaged: remove it and start again (everybody signs in anew).`)
}
