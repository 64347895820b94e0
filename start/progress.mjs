const HEARTBEAT_MS = 15_000

/** @param {number} from @returns {string} */
export function secondsSince(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}

/**
 * Runs one step of the start and shows that it runs: a line at its beginning, a sign of life every 15 seconds, and its time
 * at the end. A long silence looks like a hang.
 *
 * @template Result
 * @param {string} what "Installing packages"
 * @param {(tell: (detail: string) => void) => Promise<Result>} work `tell` sets the detail of the next sign of life
 * @returns {Promise<Result>}
 */
export async function step(what, work) {
  const from = performance.now()
  let detail = ''
  say(`… ${what}`)
  const heartbeat = setInterval(
    () => say(`  ${what}: ${secondsSince(from)}${detail === '' ? '' : `, ${detail}`}`),
    HEARTBEAT_MS,
  )
  try {
    const result = await work((now) => {
      detail = now
    })
    say(`✓ ${what} (${secondsSince(from)})`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}

// Whoever read us has gone (`npm start | head`): that is no reason to stop serving.
process.stdout.on('error', () => {})

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`)
}
