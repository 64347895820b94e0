import { defineConfig } from 'vitest/config'

/**
 * The tests that lie beside the rules of the folder that MUTATED_FOLDER names, and those that try every input. What only another
 * folder's tests would notice counts as missed, and a mutant that runs at import costs these tests instead of all. In one
 * process without loading everything again for each file: no module here keeps what a test wrote, and a mutant then takes a tenth.
 */
export default defineConfig({
  test: {
    isolate: false,
    include: [`src/${process.env.MUTATED_FOLDER ?? '**'}/**/*.test.ts`, 'src/request/*.test.ts'],
    testTimeout: 60_000,
  },
})
