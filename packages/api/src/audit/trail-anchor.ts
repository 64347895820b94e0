import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { ChainEnd } from '@throughcare/domain/audit/trail'

/**
 * Where every chain ended when this machine last sealed, kept outside the database: whoever rewrites the database and its batches
 * does not reach it. A file that is damaged is refused, never begun anew by itself.
 */
export type TrailAnchor = ReadonlyMap<string, ChainEnd>

/** @throws Error when the file is there and cannot be read. */
export function readAnchor(file: string): TrailAnchor {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  const ends = JSON.parse(text) as ChainEnd[]
  return new Map(ends.map((end) => [end.serviceId, end]))
}

/** Moves the anchor on to these ends; one that is further already stays. */
export function moveAnchor(file: string, ends: readonly ChainEnd[]): void {
  const known = new Map(readAnchor(file))
  for (const end of ends) if ((known.get(end.serviceId)?.sequence ?? 0) < end.sequence) known.set(end.serviceId, end)
  const next = `${file}.${process.pid}`
  writeFileSync(next, `${JSON.stringify([...known.values()], null, 1)}\n`, { mode: 0o600 })
  renameSync(next, file)
}
