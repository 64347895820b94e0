/** How long a page may take before nobody waits for it. */
const MOST_MS = 20_000
/** A page that does not fit is made smaller in these steps; the smallest is still read without a glass. */
const SCALES = [1, 0.92, 0.85, 0.78, 0.72, 0.66] as const

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  // No name is ever looked up: the one page is asked for by its number.
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

let last: Promise<unknown> = Promise.resolve()

/**
 * A page of ours as a tagged PDF on one sheet of A4. One at a time: a browser is started for it, runs no script, reaches nothing
 * but the address's own host, and is closed.
 *
 * @param executable a Chromium
 * @param url of a page of this process, by number: http://127.0.0.1:3000/print-once/…
 * @throws when the browser does not start, the page is not there, or neither is ready within 20 s
 */
export function makePdf(executable: string, url: string): Promise<Uint8Array> {
  const mine = last.then(
    () => printOnce(executable, url),
    () => printOnce(executable, url),
  )
  last = mine.catch(() => undefined)
  return mine
}

async function printOnce(executable: string, url: string): Promise<Uint8Array> {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: executable,
    // As root, which a container often is, Chromium starts no sandbox. It opens one page of ours and runs no script.
    chromiumSandbox: process.getuid?.() !== 0,
    args: QUIET,
    timeout: MOST_MS,
  })
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      serviceWorkers: 'block',
      acceptDownloads: false,
    })
    const { host } = new URL(url)
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
      pdf = await page.pdf({
        format: 'A4',
        tagged: true,
        outline: true,
        printBackground: true,
        preferCSSPageSize: true,
        scale,
      })
      if (pagesOf(pdf) === 1) break
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
