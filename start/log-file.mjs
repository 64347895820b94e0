import { createWriteStream, renameSync, statSync } from 'node:fs'

const LARGEST_BYTES = 20_000_000

/**
 * A log that is appended to and never grows beyond twice 20 MB: a full file becomes `<name>.1`. A full disk loses lines of
 * the log and nothing else.
 *
 * @param {string} file
 * @returns {{ write: (chunk: Buffer) => void, end: () => void }}
 */
export function openLog(file) {
  let size = sizeOf(file)
  let stream = append(file)
  return {
    write: (chunk) => {
      if (size > LARGEST_BYTES) {
        stream.end()
        moveAside(file)
        stream = append(file)
        size = 0
      }
      size += chunk.length
      stream.write(chunk)
    },
    end: () => stream.end(),
  }
}

/** @param {string} file */
function append(file) {
  return createWriteStream(file, { flags: 'a', mode: 0o600 }).on('error', () => {})
}

/** @param {string} file */
function sizeOf(file) {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

/** @param {string} file */
function moveAside(file) {
  try {
    renameSync(file, `${file}.1`)
  } catch {
    // Whoever took it away has made room as well.
  }
}
