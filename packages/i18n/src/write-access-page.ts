import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessPage } from './access-page.ts'

// Makes docs/access.md again after the tables of who may see and do what changed.
writeFileSync(join(import.meta.dirname, '../../../docs/access.md'), accessPage())
