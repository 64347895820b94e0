import { z } from 'zod'

/** What a document shows. A code and no title: nothing that somebody typed about a file stands in a list or an address. */
export const DOCUMENT_SUBJECTS = [
  'identity',
  'appointment',
  'prescription',
  'tenancy',
  'benefit-letter',
  'court-paper',
  'referral',
  'signed-form',
  'photograph',
  'other',
] as const
export const DocumentSubject = z.enum(DOCUMENT_SUBJECTS, { error: 'document.shows.unknown' })
export type DocumentSubject = (typeof DOCUMENT_SUBJECTS)[number]

/** 10 MB, said before anybody chooses a file. */
export const MOST_DOCUMENT_BYTES = 10 * 1024 * 1024
