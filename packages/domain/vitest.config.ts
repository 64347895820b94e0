import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One after the other in one process: a file's own imports cost more than its tests, and no module here keeps what a test wrote.
    isolate: false,
    include: ['src/**/*.test.ts', 'testing/**/*.test.{ts,mjs}'],
    passWithNoTests: false,
    // Nothing here measures time, and properties are slow on a machine that has much else to do.
    testTimeout: 60_000,
    setupFiles: ['./testing/property-runs.mjs'],
  },
})
