import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One after the other in one process: a file's own imports cost more than its tests, and no module here keeps what a test wrote.
    isolate: false,
    include: ['src/**/*.test.ts', 'bundle/**/*.test.ts'],
    globalSetup: ['../../packages/db/testing/test-cluster.ts'],
    env: { LOG_LEVEL: 'silent' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
