import { readEnvironment } from '../environment.ts'
import { serve } from '../serve.ts'

/** The server as a process of its own, without Next: for looking at what it writes to its log. */
const read = readEnvironment(process.env)
if ('faults' in read) throw new Error(read.faults.join('\n'))
const { port } = await serve(read.environment, async () => {
  throw new Error('Kim Canary broke the page of 1980-02-03')
})
process.stdout.write(`port ${port}\n`)
