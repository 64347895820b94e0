import { defineConfig } from 'vitest/config'

/**
 * The tests of what runs before anything is installed. Packages have their own configuration. Whole starts take seconds, and
 * minutes on a machine that has much else to do; nothing here measures time.
 */
export default defineConfig({
  test: {
    include: ['start/**/*.test.ts', '.ci/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
