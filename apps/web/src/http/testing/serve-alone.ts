import { readEnvironment } from '../environment.ts'
import { serve } from '../serve.ts'
import { stopOnSignal } from '../stop-on-signal.ts'

/** The server as a process of its own, without Next: for looking at what it writes to its log, and at how it ends. */
const read = readEnvironment(process.env)
if ('faults' in read) throw new Error(read.faults.join('\n'))
const serving = await serve(read.environment, async (req) => {
  if (req.url !== '/hangs') throw new Error('Kim Canary broke the page of 1980-02-03')
  process.stdout.write('hangs\n')
})
stopOnSignal(serving)
process.stdout.write(`port ${serving.port}\n`)
