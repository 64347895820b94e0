import { close } from '../health/close.ts'
import { makeFirstAdministratorKey } from './first-administrator.ts'

/**
 * Prints the link under which the first administrator makes their account, and nothing when somebody has one. Run by
 * start.mjs in real use; by hand: DATABASE_URL, NEXTAUTH_SECRET and NEXTAUTH_URL set, `node packages/api/src/access/print-first-link.ts`.
 */
const key = await makeFirstAdministratorKey(process.env.NEXTAUTH_SECRET ?? '')
if (key) process.stdout.write(`${process.env.NEXTAUTH_URL}/first-administrator?key=${key}\n`)
await close()
