import { defineConfig } from 'vitest/config'

/** The tests of what runs before anything is installed. Packages have their own configuration. */
export default defineConfig({
  test: {
    include: ['start/**/*.test.ts', '.ci/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
