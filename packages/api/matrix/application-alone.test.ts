import { describe } from 'vitest'
import { runMatrix } from './run-matrix.ts'

/** The access matrix without row level security: every refusal still refuses, every list still holds only its own. */
describe('A03: with the application alone', () => runMatrix('application'))
