/**
 * Generates the typed Prisma client from prisma/schema into packages/db/src/generated, without network.
 *
 *   node packages/db/src/migrate/generate-client.ts
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { REPOSITORY_ROOT } from '../repository-root.ts'

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')

const { status } = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
  cwd: REPOSITORY_ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    // Generating never runs the schema engine, yet Prisma downloads it unless a file is named: any executable will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    // No version check over the network, no anonymous statistics.
    CHECKPOINT_DISABLE: '1',
  },
})
process.exit(status ?? 1)
