import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** An answer that the system gave to a write, as its client wrote it down before it asked for anything else. */
export type Acknowledged = {
  requestId: string
  move: 'send' | 'acknowledge' | 'accept' | 'reject'
  handoffId: string
  episodeId: string
  tries: number
}

export type Journal = { write: (line: Acknowledged) => void; close: () => void }

/** A client's own file. A line is on the disk before `write` returns. */
export function openJournal(file: string): Journal {
  const handle = openSync(file, 'a')
  return {
    write: (line) => {
      writeSync(handle, `${JSON.stringify(line)}\n`)
      fsyncSync(handle)
    },
    close: () => closeSync(handle),
  }
}
