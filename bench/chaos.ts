import { parseArgs } from 'node:util'
import { runChaos } from './chaos/run-chaos.ts'
import { arePagesBuilt } from './country/product-server.ts'

/**
 * `npm run chaos -- [--handoffs 5000] [--kills 50] [--clients 20]`: web, worker and PostgreSQL are each killed so many times while
 * clients hand over and answer. Prints what was done and what was found, and ends with 1 when a promise was broken.
 */
const { values } = parseArgs({
  options: {
    handoffs: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '50' },
    clients: { type: 'string', default: '20' },
  },
})
const size = { handoffs: Number(values.handoffs), kills: Number(values.kills), clients: Number(values.clients) }
if (!Object.values(size).every((number) => Number.isInteger(number) && number > 0))
  throw new Error('--handoffs, --kills and --clients are whole numbers above 0')

if (!arePagesBuilt()) throw new Error('the pages are not built: npm test -- "build:" builds them')

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const { ok, figures, faults, refusals } = await runChaos(size, say)
for (const [what, count] of Object.entries(figures)) say(`${String(count).padStart(8)}  ${what}`)
say('Faults, each of which must be 0:')
for (const [what, count] of Object.entries(faults)) say(`${String(count).padStart(8)}  ${what}`)
say(
  `${String(refusals.length).padStart(8)}  refused for good${refusals.length > 0 ? `: ${[...new Set(refusals)].slice(0, 5).join(' · ')}` : ''}`,
)
say(ok ? 'Every promise held.' : 'A promise was broken.')
process.exitCode = ok ? 0 : 1
