import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { handoffPage } from './handoff-page.ts'

// Makes docs/handoff.md again after the table of moves changed.
writeFileSync(join(import.meta.dirname, '../../../docs/handoff.md'), handoffPage())
