import { type Browser, chromium, type Page } from '@playwright/test'

/** What one page cost a phone that opened it for the first time. Milliseconds; kB of a thousand bytes as they were sent. */
export type Measured = {
  /** Largest contentful paint. */
  shown: number
  /** The slowest of the presses, from the press to the next paint. */
  press: number
  /** Layout shift that no press caused, all of it added up. */
  shift: number
  scriptKb: number
}

export type PageToMeasure = {
  name: string
  origin: string
  address: string
  /** The session of whoever opens it. */
  sid: string
  /** What is pressed: it must answer on the page and not lead away. */
  press: string
}

/** Lighthouse's mobile preset with applied throttling ("slow 4G"): see its constants, mobileSlow4G. */
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 0.9 * 1024) / 8,
  uploadThroughput: (750 * 0.9 * 1024) / 8,
}
const CPU_SLOWDOWN = 4
/** Lighthouse's phone. */
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
} as const
const QUIET_MS = 2_500
const PRESSES = 4

type Seen = { shown: number; shift: number; presses: number[] }
declare global {
  interface Window {
    seenByUs: Seen
  }
}

/** Opens a browser for measurements. */
export function openMeasuringBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
}

/** Opens the page on a throttled phone with an empty cache, waits until it is quiet, and presses. */
export async function measurePage(browser: Browser, of: PageToMeasure): Promise<Measured> {
  const context = await browser.newContext({ ...PHONE, baseURL: of.origin, locale: 'en-GB' })
  try {
    // A cookie of this name is for https alone; a browser sends it to its own machine all the same.
    const url = of.origin.replace('http:', 'https:')
    await context.addCookies([{ name: '__Host-throughcare-session', value: of.sid, url, secure: true }])
    const page = await context.newPage()
    await throttle(page)
    await page.addInitScript(watch)
    await page.goto(of.address, { waitUntil: 'load', timeout: 60_000 })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForTimeout(QUIET_MS)
    const { shown, shift } = await page.evaluate(() => window.seenByUs)
    const scriptKb = (await page.evaluate(scriptBytes)) / 1000
    const target = page.locator(of.press).first()
    await target.scrollIntoViewIfNeeded()
    for (let press = 0; press < PRESSES; press += 1) {
      await target.tap()
      await page.waitForTimeout(600)
    }
    const presses = await page.evaluate(() => window.seenByUs.presses)
    if (shown === 0) throw new Error(`${of.name}: nothing was painted`)
    if (presses.length === 0) throw new Error(`${of.name}: no press was seen`)
    return { shown, shift, scriptKb, press: Math.max(...presses) }
  } finally {
    await context.close()
  }
}

/** Slows the page down: CPU and network. */
async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
}

/** Runs in the page: what it fetched of script, as it came over the wire. */
function scriptBytes(): number {
  const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  return fetched
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const seen: Seen = { shown: 0, shift: 0, presses: [] }
  window.seenByUs = seen
  type Told = PerformanceEntry & { value?: number; hadRecentInput?: boolean; interactionId?: number }
  const each = (type: string, note: (entry: Told) => void, more: object = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry as Told)
    }).observe({ type, buffered: true, ...more })
  each('largest-contentful-paint', ({ startTime }) => {
    seen.shown = startTime
  })
  each('layout-shift', ({ value = 0, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value
  })
  // The browser tells of no event that took less than 16 ms.
  each(
    'event',
    ({ interactionId = 0, duration }) => {
      if (interactionId > 0) seen.presses.push(duration)
    },
    { durationThreshold: 16 },
  )
}
