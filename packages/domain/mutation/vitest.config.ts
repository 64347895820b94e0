import { defineConfig } from 'vitest/config'

/** The tests that lie beside the rules; those in testing/ read the repository, which a mutant's copy does not have. */
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 } })
