/** How long a page may take before nobody waits for it. */
const MOST_MS = 20_000
/**
 * Letters of a page that does not fit are made smaller in these steps. The printer's own scale is left alone: it cuts pages that
 * run from right to left.
 */
const SCALES = ['1', '0.95', '0.9', '0.85', '0.8', '0.75', '0.7'] as const

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
]

let last: Promise<unknown> = Promise.resolve()

/**
 * A page of ours as a tagged PDF on A4. One at a time: a browser is started for it, runs no script, reaches nothing
 * but the address's own host, and is closed.
 *
 * @param executable a Chromium
 * @param url of a page of this process, by number: http://127.0.0.1:3000/print-once/…
 * @param sheets `one`: what does not fit is made smaller. `many`: as many as it needs
 * @throws when the browser does not start, the page is not there, or neither is ready within 20 s
 */
export function makePdf(executable: string, url: string, sheets: 'one' | 'many' = 'one'): Promise<Uint8Array> {
  const mine = last.then(
    () => printOnce(executable, url, sheets),
    () => printOnce(executable, url, sheets),
  )
  last = mine.catch(() => undefined)
  return mine
}

async function printOnce(executable: string, url: string, sheets: 'one' | 'many'): Promise<Uint8Array> {
  const { chromium } = await import('playwright-core')
  const { host, hostname } = new URL(url)
  const browser = await chromium.launch({
    executablePath: executable,
    // As root, which a container often is, Chromium starts no sandbox. It opens one page of ours and runs no script.
    chromiumSandbox: process.getuid?.() !== 0,
    // Nobody but this process can be found.
    args: [...QUIET, `--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE ${hostname}`],
    timeout: MOST_MS,
  })
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      serviceWorkers: 'block',
      acceptDownloads: false,
    })
    await context.route(
      (asked) => asked.host !== host && asked.protocol !== 'data:',
      (route) => route.abort(),
    )
    const page = await context.newPage()
    page.setDefaultTimeout(MOST_MS)
    const answer = await page.goto(url, { waitUntil: 'load', timeout: MOST_MS })
    if (answer?.status() !== 200) throw new Error(`the page to print answered ${answer?.status() ?? 'nothing'}`)
    let pdf: Uint8Array = new Uint8Array()
    for (const scale of SCALES) {
      // The page runs no script of its own; this one is ours.
      await page.evaluate((by) => document.documentElement.style.setProperty('--letters', by), scale)
      pdf = await page.pdf({
        format: 'A4',
        tagged: true,
        outline: true,
        printBackground: true,
        preferCSSPageSize: true,
      })
      if (sheets === 'many' || pagesOf(pdf) === 1) break
    }
    return pdf
  } finally {
    await browser.close()
  }
}

/** How many pages a PDF of Chromium has: it writes each as an object of its own, in the open. */
export function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  )
}
