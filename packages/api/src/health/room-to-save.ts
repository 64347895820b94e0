/** In one place for all bundles of the web process. */
const KEY = Symbol.for('throughcare.room-to-save')
type Holder = { [KEY]?: boolean }

/** PostgreSQL said that it has no room left on its disk, or kept what somebody wrote. */
export function noteSaving(said: 'no-room' | 'saved'): void {
  const holder = globalThis as Holder
  holder[KEY] = said === 'no-room'
}

/**
 * Whether nothing can be saved just now, as far as this process has heard: the last that was written found no room. What needs no
 * entry in the trail can still be read, and every page says so (case H03).
 */
export function isWithoutRoom(): boolean {
  const holder = globalThis as Holder
  return holder[KEY] === true
}
