import { createRequire } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/**
 * next-intl without the parser of ICU messages: src/words/compiled-words.ts has parsed them. The plugin has a switch for it
 * that wants catalogs as modules; this is the one line of it that we need.
 */
function formatterWithoutParser(): string {
  const fromNextIntl = createRequire(createRequire(import.meta.url).resolve('next-intl/plugin'))
  return relative(process.cwd(), fromNextIntl.resolve('use-intl/format-message/format-only')).replaceAll('\\', '/')
}

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by a gate of their own; a start does not check them again.
  typescript: { ignoreBuildErrors: true },
  // Pictures are drawn as SVG, so the image optimiser and its native library stay out.
  images: { unoptimized: true },
  turbopack: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    rules: {
      '*.ts': {
        condition: { all: ['browser', { path: /packages\/domain\/src\// }] },
        loaders: ['./bundle/split-schemas.mjs'],
      },
    },
    resolveAlias: { 'use-intl/format-message': formatterWithoutParser() },
  },
  serverExternalPackages: ['pino'],
  experimental: {
    authInterrupts: true,
    // A page that is being brought up to date when the network goes waits for it: otherwise the browser leaves the page, and with it
    // what was typed there (H109).
    useOffline: true,
  },
}

export default createNextIntlPlugin()(config)
