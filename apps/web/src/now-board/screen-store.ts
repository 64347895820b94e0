const PLACE = 'throughcare-now-screen'

/** Of this tab alone: gone when the tab is closed, there when the page is loaded again. */
export function keepScreenKey(key: string): void {
  sessionStorage.setItem(PLACE, key)
}

export function keptScreenKey(): string | null {
  return sessionStorage.getItem(PLACE)
}

export function dropScreenKey(): void {
  sessionStorage.removeItem(PLACE)
}
