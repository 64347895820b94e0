import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One after the other in one process: a file's own imports cost more than its tests, and no module here keeps what a test wrote.
    isolate: false,
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['@throughcare/db/testing/test-cluster'],
    // What the installation is told from outside; one-time links and sealed secrets are made with them.
    env: { NEXTAUTH_URL: 'https://throughcare.example.org', NEXTAUTH_SECRET: 'only-for-tests-0123456789-abcdefgh' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
