import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by a gate of their own; a start does not check them again.
  typescript: { ignoreBuildErrors: true },
  // Pictures are drawn as SVG, so the image optimiser and its native library stay out.
  images: { unoptimized: true },
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  serverExternalPackages: ['pino'],
  experimental: { authInterrupts: true },
}

export default createNextIntlPlugin()(config)
