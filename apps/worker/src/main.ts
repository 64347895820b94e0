import { closeDatabase } from '@throughcare/db/database'
import pino from 'pino'
import { getTrailKey } from './sealing.ts'
import { startWorker } from './start-worker.ts'

const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null, name: 'worker' })
const databaseUrl = process.env.DATABASE_URL
if (!databaseUrl) {
  log.fatal('DATABASE_URL is not set: give the worker the address of the database, signed in as the app role.')
  process.exit(1)
}

try {
  getTrailKey()
} catch (error) {
  log.fatal((error as Error).message)
  process.exit(1)
}

const worker = await startWorker(databaseUrl, log)
log.info('the worker follows its queues')

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    worker
      .stop()
      .then(closeDatabase)
      .then(() => process.exit(0))
  })
