import { spawn } from 'node:child_process'

/** clean, or found: something is in it that must not be kept · not-scanned: the scanner did not answer. */
export type ScanResult = 'clean' | 'found' | 'not-scanned'

const LONGEST_SCAN_MS = 60_000

/**
 * Asks the site's own scanner about a file before it is kept. The command comes from THROUGHCARE_SCAN_COMMAND and gets the file
 * on its standard input; it answers 0 for clean and 1 for found, as `clamdscan --no-summary -` does. Any other answer, or none
 * within a minute, is no answer: the file is refused, not waved through. Without a command nothing is scanned.
 */
export function scanFile(content: Uint8Array, command = process.env.THROUGHCARE_SCAN_COMMAND): Promise<ScanResult> {
  if (!command) return Promise.resolve('clean')
  return new Promise((resolve) => {
    const scanner = spawn('/bin/sh', ['-c', command], { stdio: ['pipe', 'ignore', 'ignore'], timeout: LONGEST_SCAN_MS })
    scanner.on('error', () => resolve('not-scanned'))
    scanner.on('close', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'found' : 'not-scanned'))
    // A scanner that has seen enough closes its end: its answer tells what came of it.
    scanner.stdin.on('error', () => undefined)
    scanner.stdin.end(content)
  })
}
