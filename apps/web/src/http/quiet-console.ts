import { log } from '@throughcare/api/log'

const LONGEST_LINE = 120

/**
 * Libraries write errors whole, and the message of an error may quote what somebody typed. From here on they write to our
 * log: the kind of an error, the id that the reader was shown, and the line of code.
 */
export function quietConsole(target: Pick<Console, 'error' | 'warn'> = console): void {
  target.error = (...said: unknown[]) => log.error(linesOf(said), 'said by a library')
  target.warn = (...said: unknown[]) => log.warn(linesOf(said), 'said by a library')
}

function linesOf(said: unknown[]): object {
  const error = said.find((one) => one instanceof Error) as (Error & { digest?: unknown }) | undefined
  if (!error) {
    // A text without an error beside it is a library's own: an advice, a start-up fault.
    const text = said.filter((one) => typeof one === 'string').join(' ')
    return { text: text.split('\n', 1)[0]?.slice(0, LONGEST_LINE) }
  }
  return {
    kind: error.name,
    ...(typeof error.digest === 'string' ? { digest: error.digest } : {}),
    where: error.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim(),
  }
}
