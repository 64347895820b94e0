/**
 * We cannot go on, and a person can do something about it. The message is a sentence that says what is wrong and what to
 * do; it is printed alone, without a stack.
 */
export class Refused extends Error {
  /** @override */
  name = 'Refused'
}

/** Exit code of our own programs whose last line of error output is such a sentence (packages/db/src/start-refused.ts). */
export const REFUSED_EXIT_CODE = 78

const FULL_DISK = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i
const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL|network request .* failed|network connectivity/i

/**
 * The sentence for an error of the operating system that any step may meet, or null for everything that is a bug.
 *
 * @param {unknown} error
 * @param {string} folder the folder that was being written
 * @returns {string | null}
 */
export function findSentence(error, folder) {
  if (error instanceof Refused) return error.message
  const { code = '', path = folder, syscall } = /** @type {NodeJS.ErrnoException} */ (error ?? {})
  if (FULL_DISK.test(String(code))) return fullDisk(path)
  if ((code === 'EACCES' || code === 'EPERM' || code === 'EROFS') && syscall !== 'connect') {
    return `${path} cannot be written by this user: change its owner, or choose another data folder with THROUGHCARE_DATA.`
  }
  if (syscall === 'mkdir' && (code === 'EEXIST' || code === 'ENOTDIR')) {
    return `${path} is not a folder: move it away, or choose another data folder with THROUGHCARE_DATA.`
  }
  return null
}

/** @param {string} folder */
export function fullDisk(folder) {
  return `The disk that holds ${folder} is full: make room and start again.`
}

/**
 * What a tool meant by its last words, in one sentence.
 *
 * @param {{ doing: string, code: number | null, output: string, logFile: string, folder: string }} failure
 * @returns {string}
 */
export function explainFailure({ doing, code, output, logFile, folder }) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (code === REFUSED_EXIT_CODE) return lines.at(-1) ?? `${doing} was refused without a reason.`
  if (FULL_DISK.test(output)) return fullDisk(folder)
  if (NO_NETWORK.test(output)) {
    return `${doing} needs the package registry, and it cannot be reached: connect this machine, or set npm's registry and proxy (later starts need no network).`
  }
  const reason = lines.find((line) => /error|fail/i.test(line)) ?? lines.at(-1) ?? 'no output'
  return `${doing} failed (${reason}): everything it said is in ${logFile}.`
}
