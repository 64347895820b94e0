/**
 * Renders the sample pages on a server, opens them in Chromium in both themes at desk and phone width, writes screenshots
 * and runs axe. `node gallery/look.ts [folder] [page …]`; `node gallery/look.ts --serve` only serves, for a look by hand.
 */
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Page } from '@playwright/test'
import { createViteServer } from 'vitest/node'

const SIZES = { desk: { width: 1360, height: 900 }, phone: { width: 375, height: 720 } }
const THEMES = ['light', 'dark'] as const
const arguments_ = process.argv.slice(2)

const vite = await createViteServer({
  root: new URL('..', import.meta.url).pathname,
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null },
  cacheDir: join(tmpdir(), 'throughcare-gallery'),
  define: { 'process.env': '{}' },
  optimizeDeps: { entries: ['gallery/hydrate.tsx'] },
})
const samples = (await vite.ssrLoadModule('/gallery/render.tsx')) as typeof import('./render.tsx')
const server = createServer((request, response) => {
  vite.middlewares(request, response, async () => {
    const url = new URL(request.url ?? '/', 'http://gallery')
    const theme = url.searchParams.get('theme') ?? ''
    const html = `<!doctype html><html lang="en" data-theme="${theme}"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>Gallery</title><link rel="stylesheet" href="/src/theme.css">
      <script type="module" src="/gallery/hydrate.tsx"></script></head>
      <body><div id="root">${samples.render(url.pathname.slice(1))}</div></body></html>`
    response.setHeader('content-type', 'text/html')
    response.end(await vite.transformIndexHtml(url.pathname, html))
  })
})
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', async () => {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  if (arguments_.includes('--serve')) console.log(origin)
  else process.exit((await lookAtAll(origin)) === 0 ? 0 : 1)
})

async function lookAtAll(origin: string): Promise<number> {
  const [folder = join(tmpdir(), 'throughcare-look'), ...only] = arguments_
  mkdirSync(folder, { recursive: true })
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const faults: string[] = []
  let looks = 0
  for (const name of only.length > 0 ? only : samples.names) {
    for (const theme of THEMES) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        const label = `${name} ${theme} ${size}`
        const context = await browser.newContext({ viewport, hasTouch: size === 'phone' })
        const page = await context.newPage()
        page.on('console', (message) => message.type() === 'error' && faults.push(`${label}: ${message.text()}`))
        page.on('pageerror', (error) => faults.push(`${label}: ${error.message}`))
        await page.goto(`${origin}/${name}?theme=${theme}`, { waitUntil: 'networkidle' })
        await page.screenshot({ path: `${folder}/${name}-${theme}-${size}.png`, fullPage: true })
        faults.push(...(await findFaults(page)).map((fault) => `${label}: ${fault}`))
        looks += 1
        await context.close()
      }
    }
  }
  await browser.close()
  console.log([...faults, `${looks} looks, ${faults.length} faults`].join('\n'))
  return faults.length
}

async function findFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [
    ...violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join(' ')}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
  ]
}
