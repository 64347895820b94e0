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
  optimizeDeps: { entries: ['gallery/hydrate.tsx'] },
})
const samples = (await vite.ssrLoadModule('/gallery/render.tsx')) as typeof import('./render.tsx')
const server = createServer((request, response) => {
  vite.middlewares(request, response, async () => {
    const url = new URL(request.url ?? '/', 'http://gallery')
    const theme = url.searchParams.get('theme') ?? ''
    const html = `<!doctype html><html lang="en" data-theme="${theme}"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>Gallery</title><link rel="stylesheet" href="/src/theme.css">
      </head><body>${samples.render(url.pathname.slice(1))}</body>
      <script type="module" src="/gallery/hydrate.tsx"></script></html>`
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
  const [folder = 'gallery/.look', ...only] = arguments_
  mkdirSync(folder, { recursive: true })
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  let violations = 0
  for (const name of only.length > 0 ? only : samples.names) {
    for (const theme of THEMES) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        const context = await browser.newContext({ viewport, hasTouch: size === 'phone' })
        const page = await context.newPage()
        page.on('console', (message) => message.type() === 'error' && console.log(`${name}: ${message.text()}`))
        await page.goto(`${origin}/${name}?theme=${theme}`, { waitUntil: 'networkidle' })
        await page.screenshot({ path: `${folder}/${name}-${theme}-${size}.png`, fullPage: true })
        violations += await countViolations(page, `${name} ${theme} ${size}`)
        await context.close()
      }
    }
  }
  await browser.close()
  console.log(`${violations} axe violations`)
  return violations
}

async function countViolations(page: Page, label: string): Promise<number> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  for (const { id, nodes } of violations) console.log(label, id, nodes.map((node) => node.html).slice(0, 3))
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (overflow > 0) console.log(label, `is ${overflow} px too wide`)
  return violations.length + (overflow > 0 ? 1 : 0)
}
