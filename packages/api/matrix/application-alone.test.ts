import { runMatrix } from './run-matrix.ts'

/** The access matrix without row level security: every refusal still refuses, every list still holds only its own. */
runMatrix('application')
