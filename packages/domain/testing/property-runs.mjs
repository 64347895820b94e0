import process from 'node:process'
import fc from 'fast-check'

// How often every property is tried: as fast-check has it, unless the proof asks for more.
const runs = Number(process.env.PROPERTY_RUNS ?? '')
if (Number.isInteger(runs) && runs > 0) fc.configureGlobal({ numRuns: runs })
