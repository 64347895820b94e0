import { log } from '@throughcare/api/log'
import { readEnvironment } from './src/http/environment.ts'
import { quietConsole } from './src/http/quiet-console.ts'
import { serve } from './src/http/serve.ts'
import { stopOnSignal } from './src/http/stop-on-signal.ts'

/** The web process: one HTTP server, the API straight behind it, Next for the pages. */
async function main(): Promise<void> {
  const read = readEnvironment(process.env)
  if ('faults' in read) {
    for (const fault of read.faults) process.stderr.write(`${fault}\n`)
    process.exit(1)
  }
  const { environment } = read
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_URL: environment.origin,
    THROUGHCARE_DEMO: environment.demo ? '1' : '0',
  })

  // Whoever works on the demo may want to read errors whole: LOG_LEVEL=debug.
  if (!(environment.demo && process.env.LOG_LEVEL === 'debug')) quietConsole()
  // After the environment is set, because Next reads it while it is loaded.
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: import.meta.dirname, hostname: environment.host, port: environment.port })
  await app.prepare()
  const pages = app.getRequestHandler()
  const serving = await serve(environment, (req, res) => pages(req, res))
  log.info({ port: serving.port, host: environment.host, demo: environment.demo }, 'web listens')
  stopOnSignal(serving)
}

main().catch((error: NodeJS.ErrnoException) => {
  const reasons: Record<string, string> = {
    EADDRINUSE: 'PORT is taken by another program: choose another one.',
    EACCES: 'PORT may not be used by this user: choose one above 1023.',
    EADDRNOTAVAIL: 'HOST is no address of this machine.',
  }
  process.stderr.write(`${reasons[error.code ?? ''] ?? error.stack ?? error.message}\n`)
  process.exit(1)
})
