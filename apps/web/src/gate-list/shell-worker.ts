/** As much of a service worker's scope as is used here; the DOM's own types are those of a page. */
export type WorkerScope = {
  addEventListener(type: 'install' | 'activate', listen: (event: WaitingEvent) => void): void
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  caches: CacheStorage
  fetch: typeof fetch
  location: { origin: string }
}
type WaitingEvent = { waitUntil(work: Promise<unknown>): void }
type FetchEvent = WaitingEvent & { request: Request; respondWith(answer: Promise<Response>): void }

/** What the server writes into the script for the worker. */
export type ShellOfBuild = { version: string; path: string; header: string }

/**
 * Keeps the page at the gate, and its scripts and sheets, for opening without network. Nothing else is ever kept or answered: no
 * other page, no call to the API, so that nothing of a person can come into the browser's cache.
 *
 * The server sends this function's own text as the worker's script (shell-door.ts): it may use nothing from outside itself.
 */
export function keepShell(worker: WorkerScope, { version, path, header }: ShellOfBuild): void {
  const own = `gate-list-${version}`

  worker.addEventListener('install', (event) => {
    event.waitUntil(keepAnew().then(() => worker.skipWaiting()))
  })

  worker.addEventListener('activate', (event) => {
    event.waitUntil(forgetOthers().then(() => worker.clients.claim()))
  })

  worker.addEventListener('fetch', (event) => {
    const { request } = event
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.origin !== worker.location.origin) return
    if (request.mode === 'navigate' && url.pathname === path) {
      const kept = shell()
      event.respondWith(kept)
      // The next opening has the newest words; a network that answers with a page of its own changes nothing.
      event.waitUntil(kept.then(keepAnew).catch(() => undefined))
    } else if (url.pathname.startsWith('/_next/static/')) event.respondWith(part(request))
  })

  /** The page and all it names. @throws when the answer is not this build's page: nothing is kept then. */
  async function keepAnew(): Promise<void> {
    const answer = await worker.fetch(path, { cache: 'no-store', credentials: 'same-origin', redirect: 'error' })
    if (!answer.ok || answer.headers.get(header) !== version) throw new Error('not this page')
    const html = await answer.clone().text()
    const cache = await worker.caches.open(own)
    const parts = new Set(html.match(/static\/(?:chunks|css|media)\/[\w./~-]+\.(?:js|css|woff2)/g))
    for (const address of [...parts].map((name) => `/_next/${name}`)) {
      if (await cache.match(address)) continue
      const found = await worker.fetch(address)
      if (!isPart(found)) throw new Error('not a part of it')
      await cache.put(address, found)
    }
    await cache.put(path, answer)
  }

  async function forgetOthers(): Promise<void> {
    for (const name of await worker.caches.keys())
      if (name.startsWith('gate-list-') && name !== own) await worker.caches.delete(name)
  }

  async function shell(): Promise<Response> {
    const cache = await worker.caches.open(own)
    return (await cache.match(path)) ?? worker.fetch(path)
  }

  async function part(request: Request): Promise<Response> {
    const cache = await worker.caches.open(own)
    const kept = await cache.match(request.url)
    if (kept) return kept
    const found = await worker.fetch(request)
    if (isPart(found)) await cache.put(request.url, found.clone())
    return found
  }

  /** A script, a sheet or a font; never a page that somebody's network put in its place. */
  function isPart(answer: Response): boolean {
    return answer.ok && !/html/i.test(answer.headers.get('content-type') ?? 'html')
  }
}
