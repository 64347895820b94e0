import { beforeEach, describe, expect, it } from 'vitest'
import { keepShell, type WorkerScope } from './shell-worker.ts'

const HERE = 'https://here.test'
const PAGE = '<script src="/_next/static/chunks/a.js"></script><link href="/_next/static/css/b.css">'

type Listen = (event: { waitUntil: (work: Promise<unknown>) => void } & Record<string, unknown>) => void

/** A browser's worker with a network that the test answers for. */
class Browser {
  listeners = new Map<string, Listen>()
  kept = new Map<string, Map<string, Response>>()
  asked: string[] = []
  network: (path: string) => Response = () => new Response('gone', { status: 503 })

  scope(): WorkerScope {
    const open = async (name: string) => {
      const cache = this.kept.get(name) ?? new Map<string, Response>()
      this.kept.set(name, cache)
      const pathOf = (address: string) => new URL(address, HERE).pathname
      return {
        match: async (address: string) => cache.get(pathOf(address))?.clone(),
        put: async (address: string, answer: Response) => void cache.set(pathOf(address), answer),
      }
    }
    return {
      addEventListener: (type: string, listen: unknown) => void this.listeners.set(type, listen as Listen),
      skipWaiting: async () => undefined,
      clients: { claim: async () => undefined },
      caches: { open, keys: async () => [...this.kept.keys()], delete: async (name: string) => this.kept.delete(name) },
      fetch: async (asked: string | Request) => {
        const path = new URL(typeof asked === 'string' ? asked : asked.url, HERE).pathname
        this.asked.push(path)
        return this.network(path)
      },
      location: { origin: HERE },
    } as unknown as WorkerScope
  }

  async tell(type: string, more: Record<string, unknown> = {}): Promise<Response | undefined> {
    const work: Promise<unknown>[] = []
    let answer: Promise<Response> | undefined
    this.listeners.get(type)?.({
      ...more,
      waitUntil: (one: Promise<unknown>) => work.push(one),
      respondWith: (one: Promise<Response>) => {
        answer = one
      },
    })
    const told = await answer
    await Promise.all(work)
    return told
  }

  open(path: string, mode = 'navigate', method = 'GET', origin = HERE) {
    return this.tell('fetch', { request: { url: `${origin}${path}`, mode, method } })
  }
}

const page = (version: string) =>
  new Response(PAGE, { headers: { 'content-type': 'text/html', 'x-throughcare-shell': version } })
const site = (version: string) => (path: string) =>
  path === '/gate-list' ? page(version) : new Response(path, { headers: { 'content-type': 'text/plain' } })

let browser: Browser
function start(version: string): Promise<unknown> {
  keepShell(browser.scope(), { version, path: '/gate-list', header: 'x-throughcare-shell' })
  return browser.tell('install')
}
beforeEach(() => {
  browser = new Browser()
})

describe('what the worker keeps', () => {
  it('is the page and what it names, and opens without network', async () => {
    browser.network = site('1')
    await start('1')
    expect([...(browser.kept.get('gate-list-1')?.keys() ?? [])].sort()).toEqual([
      '/_next/static/chunks/a.js',
      '/_next/static/css/b.css',
      '/gate-list',
    ])
    browser.network = () => {
      throw new TypeError('no network')
    }
    expect(await (await browser.open('/gate-list'))?.text()).toBe(PAGE)
    expect(await (await browser.open('/_next/static/chunks/a.js', 'cors'))?.text()).toBe('/_next/static/chunks/a.js')
  })

  it('is nothing of any other page, of the API, of another site or of what is sent', async () => {
    browser.network = site('1')
    await start('1')
    expect(await browser.open('/releases')).toBeUndefined()
    expect(await browser.open('/gate-list', 'cors')).toBeUndefined()
    expect(await browser.open('/api/trpc/gateList.today', 'cors', 'POST')).toBeUndefined()
    expect(await browser.open('/gate-list', 'navigate', 'GET', 'https://elsewhere.test')).toBeUndefined()
    expect(browser.kept.get('gate-list-1')?.size).toBe(3)
  })

  it('H11: is never a wireless network’s own page', async () => {
    browser.network = () => new Response('<h1>Free Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } })
    await expect(start('1')).rejects.toThrow()
    expect(browser.kept.get('gate-list-1')?.has('/gate-list') ?? false).toBe(false)
    browser.network = site('1')
    await start('1')
    browser.network = () => new Response('<h1>Free Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } })
    expect(await (await browser.open('/gate-list'))?.text()).toBe(PAGE)
    await browser.open('/_next/static/chunks/late.js', 'cors')
    expect(browser.kept.get('gate-list-1')?.has('/_next/static/chunks/late.js')).toBe(false)
  })

  it('is of one build: a new one takes the place of the old', async () => {
    browser.network = site('1')
    await start('1')
    browser.network = site('2')
    await start('2')
    await browser.tell('activate')
    expect([...browser.kept.keys()]).toEqual(['gate-list-2'])
  })
})
