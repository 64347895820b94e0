import type { z } from 'zod'

/** An input schema with a value that it takes; `defaults` names the fields that it fills in by itself. */
export type InputSample = { schema: z.ZodType; takes: Record<string, unknown>; defaults?: readonly string[] }

export const ID = '019a0000-0000-7000-8000-000000000001'
export const EPISODE_ID = { episodeId: ID }
export const REQUEST = { requestId: '019a0000-0000-7000-8000-000000000002' }
export const SEEN = { ...REQUEST, seenVersion: 3 }
export const AT = new Date('2026-11-21T10:00:00Z')
