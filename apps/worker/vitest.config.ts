import { generateKeyPairSync } from 'node:crypto'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // What the worker seals the trail with: made for each run.
    env: {
      AUDIT_SIGNING_KEY: generateKeyPairSync('ed25519')
        .privateKey.export({ format: 'der', type: 'pkcs8' })
        .toString('base64'),
    },
    // One after the other in one process: a file's own imports cost more than its tests, and no module here keeps what a test wrote.
    isolate: false,
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['@throughcare/db/testing/test-cluster'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
