import { defineConfig } from 'prisma/config'

/**
 * Where the Prisma CLI finds things. We use it to generate the client; migrations are applied by
 * packages/db/src/migrate, and a site whose network lets the CLI fetch its engine may use that on the same folder.
 */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? '' },
})
