import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'testing/**/*.test.{ts,mjs}'],
    passWithNoTests: false,
    // Nothing here measures time, and properties are slow on a machine that has much else to do.
    testTimeout: 60_000,
    setupFiles: ['./testing/property-runs.mjs'],
  },
})
