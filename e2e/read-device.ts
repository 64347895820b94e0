import type { Page } from '@playwright/test'

/** All that the browser keeps of this site, as anybody with the telephone in hand could read it. */
export function readDevice(page: Page): Promise<{ text: string; kept: string[]; stores: string[] }> {
  return page.evaluate(async () => {
    const clear = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value as Uint8Array)
      if (Array.isArray(value)) return value.map(clear).join(' ')
      if (value && typeof value === 'object')
        return Object.entries(value)
          .map(([key, one]) => `${key} ${clear(one)}`)
          .join(' ')
      return String(value)
    }
    let text = JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
    const stores = (await indexedDB.databases()).map(({ name }) => name ?? '')
    for (const name of stores) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
      for (const store of database.objectStoreNames) {
        text += await new Promise<string>((resolve, reject) => {
          const asked = database.transaction(store).objectStore(store).getAll()
          asked.onsuccess = () => resolve(clear(asked.result))
          asked.onerror = () => reject(asked.error)
        })
      }
      database.close()
    }
    const kept: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        kept.push(new URL(request.url).pathname)
        text += (await (await cache.match(request))?.text()) ?? ''
      }
    }
    return { text, kept, stores }
  })
}
