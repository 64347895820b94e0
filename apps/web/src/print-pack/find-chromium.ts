import { existsSync } from 'node:fs'

/** Where systems keep a Chromium, or a browser made from it. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium that makes PDFs: the one that CHROMIUM_PATH names, else the system's; null when there is none. */
export function findChromium(named = process.env.CHROMIUM_PATH, places = USUAL_PLACES): string | null {
  if (named) return existsSync(named) ? named : null
  return places.find((file) => existsSync(file)) ?? null
}
