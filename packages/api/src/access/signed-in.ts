export type { SignedIn } from '@throughcare/db/access/session-repository'
