import { describe, expect, it } from 'vitest'
import { paths, safePath } from './paths.ts'

describe('B10: where to go on to after signing in', () => {
  it.each(['/releases', '/cases/0197-a?page=2', '/releases?filter=next-7-days&page=2', '/'])('%s', (to) => {
    expect(safePath(to)).toBe(to)
  })

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/%5cevil.example/..//evil.example\\',
    'https://evil.example',
    'javascript:alert(1)',
    ' /releases',
    '/releases\n',
    '/a\u0000b',
    '/./\\evil.example',
    '/..//evil.example',
    'releases',
    '/api/auth/signout',
    '/sign-in?to=/sign-in',
    `/${'x'.repeat(600)}`,
    '',
    null,
    undefined,
  ])('%j is the start', (to) => {
    expect(safePath(to)).toBe('/')
  })

  it('never leaves the site, however it is written', () => {
    for (const to of ['/%2f%2fevil.example', '/%09/evil.example', '/.//evil.example', '/@evil.example', '/:80'])
      expect(new URL(safePath(to), 'https://throughcare.example').origin).toBe('https://throughcare.example')
  })
})

it('puts ids and filters into addresses, never unescaped', () => {
  expect(paths.case('a/../b')).toBe('/cases/a%2F..%2Fb')
  expect(paths.releases({ page: 2, filter: '', sort: undefined })).toBe('/releases?page=2')
})
