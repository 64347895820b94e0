import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ADVISORIES, checkAdvisories, holesIn, isOlder } from './advisories.mjs'
import { judge } from './fences.mjs'
import { checkLicences, isAllowed, listShipped } from './licences.mjs'
import { checkInert, checkOutgoing, runsTextIn, waysOutIn } from './outgoing.mjs'
import { writeSbom } from './sbom.mjs'
import { checkSecrets, secretsIn } from './secrets.mjs'

const ROOT = join(import.meta.dirname, '..')

describe('C12: what is shipped', () => {
  test('has no version with a known hole, and every advisory is about something shipped', () => {
    const { examined, problems } = judge(checkAdvisories(ROOT))
    expect(problems).toEqual([])
    expect(examined).toBeGreaterThan(100)
  })

  test('with an older version it is told', () => {
    const told = holesIn(
      [
        { name: 'next', version: '16.2.4' },
        { name: 'next', version: '16.4.6' },
      ],
      ADVISORIES,
    )
    expect(told.length).toBeGreaterThan(3)
    expect(told.every((line) => line.startsWith('next 16.2.4'))).toBe(true)
  })

  test.each([
    ['16.0.6', '16.0.7', true],
    ['16.0.7', '16.0.7', false],
    ['16.0.7-canary.1', '16.0.7', true],
    ['16.1.0', '16.0.7', false],
    ['9.9.9', '10.0.0', true],
  ])('%s is older than %s: %s', (version, other, older) => {
    expect(isOlder(version, other)).toBe(older)
  })

  test('may be shipped, and NOTICE lists it', () => {
    expect(checkLicences(ROOT).problems).toEqual([])
    expect(isAllowed('GPL-3.0')).toBe(false)
    expect(isAllowed('MIT AND GPL-3.0')).toBe(false)
    expect(isAllowed('(MIT OR GPL-3.0)')).toBe(true)
  })

  test('is listed part by part, each with the hash that was locked', () => {
    const { components, specVersion } = writeSbom(ROOT)
    expect(specVersion).toBe('1.6')
    expect(components.map(({ name, version }) => `${name}@${version}`)).toEqual(
      listShipped(ROOT).map(({ name, version }) => `${name}@${version}`),
    )
    for (const { hashes, purl } of components) expect([purl, hashes[0]?.content.length]).toEqual([purl, 128])
  })

  test('no secret stands in the repository', () => {
    const { examined, problems } = judge(checkSecrets(ROOT))
    expect(problems).toEqual([])
    expect(examined).toBeGreaterThan(1000)
  })

  // Put together here, so that this file holds none.
  test.each([
    ['a private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----`],
    ['an access key of a cloud', `key: AKIA${'IOSFODNN7EXAMPLE'}`],
    ['a token of a code host', `ghp_${'a1B2'.repeat(9)}`],
    ['a secret by its name', `const client${'Secret'} = '${'kE7v1oQm9xTz4cRb8nWs'}'`],
    ['a password in an address', `postgresql://app:${'Zt9kLq2mXw'}@db.internal/x`],
  ])('%s is found', (what, line) => {
    expect(secretsIn('packages/db/src/planted.ts', line)).toEqual([`packages/db/src/planted.ts:1: ${what}`])
  })
})

describe('C05: who is asked', () => {
  test('nobody but the database, the mail server, the identity provider and ourselves', () => {
    const { examined, problems } = judge(checkOutgoing(ROOT))
    expect(problems).toEqual([])
    expect(examined).toBeGreaterThan(500)
  })

  test.each([
    ['fetch of an address that came in', 'const answer = await fetch(input.logo)'],
    ['fetch of an address that is put together', 'await fetch(`https://` + host)'],
    ['fetch of the machine next door', "await fetch('http://169.254.169.254/latest')"],
    ['fetch by another name', 'await globalThis.fetch(url)'],
    ['a request of Node', "import { request } from 'node:https'"],
    ['a socket', "import { connect } from 'node:net'"],
    ['a name looked up', "import { lookup } from 'node:dns'"],
    ['a library', "import axios from 'axios'"],
    ['a program', "import { exec } from 'node:child_process'"],
    ['a module whose name came in', 'await import(input.module)'],
    ['a WebSocket', 'new WebSocket(address)'],
  ])('%s is found', (_, line) => {
    expect(waysOutIn('packages/api/src/planted.ts', line)).toHaveLength(1)
  })

  test.each([
    "await fetch('/api/auth/csrf')",
    "import type { IncomingMessage, ServerResponse } from 'node:http'",
    "import { createServer, type Server } from 'node:http'",
    "await import('../gate-list/forget-list.ts')",
  ])('%s asks nobody else', (line) => {
    expect(waysOutIn('apps/web/src/planted.ts', line)).toEqual([])
  })
})

describe('C02: what somebody typed', () => {
  test('is taken for marks or for a program nowhere, and letters are plain text', () => {
    const { examined, problems } = judge(checkInert(ROOT))
    expect(problems).toEqual([])
    expect(examined).toBeGreaterThan(500)
  })

  test.each([
    '<div dangerouslySetInnerHTML={{ __html: note }} />',
    'element.innerHTML = note',
    'document.write(note)',
    'eval(note)',
    'new Function(note)',
    "setTimeout('go()', 1)",
    'await send({ html: `<p>` + note })',
    '<a href="javascript:go()">',
  ])('%s is found', (line) => {
    expect(runsTextIn('apps/web/src/planted.tsx', line)).toHaveLength(1)
  })
})
