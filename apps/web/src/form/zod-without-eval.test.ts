import { expect, it } from 'vitest'
import { z } from 'zod'
import { tellZodNotToEvaluate } from './zod-without-eval.ts'

it('reaches the zod that checks, whichever of the two was loaded first', () => {
  tellZodNotToEvaluate()
  expect(z.config().jitless).toBe(true)
})
