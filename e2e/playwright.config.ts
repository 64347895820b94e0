import { defineConfig } from '@playwright/test'

/** As few of the browser's own errands as possible: prisons sit behind closed networks. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'tests',
  globalSetup: './serve.ts',
  // One database and one clock for all: journeys follow each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Named in the report, and few are let pass so: .ci/run-journeys.mjs.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: '../test-results/journeys',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: QUIET },
  },
})
