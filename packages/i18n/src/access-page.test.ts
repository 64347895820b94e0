import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CATEGORIES, GRANTS, ROLES } from '@throughcare/domain/access/access-codes'
import { ACTIONS } from '@throughcare/domain/access/who-may'
import { SERVICE_KINDS } from '@throughcare/domain/service/service-kinds'
import { expect, it } from 'vitest'
import { accessPage } from './access-page.ts'
import { CATEGORY, GRANT, KIND, ROLE } from './access-page-words.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/access.md'), 'utf8')

it('docs/access.md says what the tables of access say (packages/i18n/src/write-access-page.ts makes it again)', () => {
  expect(page).toBe(accessPage())
})

it('names every kind of information, every action, every role, kind of service and grant', () => {
  for (const category of CATEGORIES) expect(page).toContain(`### ${CATEGORY[category].called}\n`)
  expect(page.match(/^\| (?!---|who|action)/gm)?.length).toBeGreaterThan(ACTIONS.length + CATEGORIES.length)
  for (const role of ROLES) expect(page).toContain(ROLE[role])
  for (const kind of SERVICE_KINDS) expect(page).toContain(KIND[kind])
  for (const grant of GRANTS) expect(page).toContain(`**${GRANT[grant].called}**`)
  expect(page).not.toMatch(/undefined|break-glass/)
})
