import { defineConfig } from 'vitest/config'

/**
 * The tests that lie beside the rules; those in testing/ read the repository, which a mutant's copy does not have. In one process
 * without loading everything again for each file: no module here keeps what a test wrote, and a mutant then takes a tenth.
 */
export default defineConfig({ test: { isolate: false, include: ['src/**/*.test.ts'], testTimeout: 60_000 } })
