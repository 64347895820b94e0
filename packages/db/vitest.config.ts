import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'testing/**/*.test.ts'],
    globalSetup: ['testing/test-cluster.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
