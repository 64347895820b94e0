import { z } from 'zod'

/** What an entry of the audit trail tells of: something that was done, or that was refused. */
export const AUDIT_OUTCOMES = ['done', 'denied', 'refused'] as const
export const AuditOutcome = z.enum(AUDIT_OUTCOMES, 'audit.outcome.unknown')
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]
