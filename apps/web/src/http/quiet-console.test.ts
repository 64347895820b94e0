import { log } from '@throughcare/api/log'
import { expect, it, vi } from 'vitest'
import { quietConsole } from './quiet-console.ts'

it('lets no message of an error into the log', () => {
  const written: unknown[] = []
  const wrote = vi.spyOn(log, 'error').mockImplementation((entry: unknown) => void written.push(entry))
  const target = { error: () => undefined, warn: () => undefined } as Pick<Console, 'error' | 'warn'>
  quietConsole(target)
  target.error(' ⨯ ', Object.assign(new TypeError('Kim Canary, born 1980-02-03'), { digest: 'unexpected;7f3a' }))
  target.error('Kim Canary', new Error('broke'))
  wrote.mockRestore()
  expect(written).toEqual([
    { kind: 'TypeError', digest: 'unexpected;7f3a', where: expect.stringMatching(/^at .*quiet-console\.test\.ts/) },
    { kind: 'Error', where: expect.any(String) },
  ])
})
