import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS } from '../prisma/demo/demo-accounts.ts'

const ROOT = join(import.meta.dirname, '..')
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const SCRIPTS = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<string, string>

describe('README.md', () => {
  it('lists every demo account as the demo makes it', () => {
    const missing = DEMO_ACCOUNTS.filter(
      ({ email, role, name, service }) => !README.includes(`| ${email} | ${role} | ${name}, ${service} |`),
    )
    expect(DEMO_ACCOUNTS.length).toBeGreaterThan(10)
    expect(missing).toEqual([])
    expect(README).toContain(DEMO_ACCOUNTS[0]?.password)
  })

  it('names only files and commands that are there', () => {
    const files = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '')
    const commands = [...README.matchAll(/npm (?:run )?(start|test|proof|bench)/g)].map((match) => match[1] ?? '')
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
    expect(commands.filter((command) => !(command in SCRIPTS))).toEqual([])
  })
})
