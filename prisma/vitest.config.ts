import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['@throughcare/db/testing/test-cluster'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
