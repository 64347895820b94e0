import type { Deed } from '../as-actor.ts'
import { database } from '../database.ts'
import { newId } from '../uuid.ts'

/** What a one-time link opens. */
export type AccountLink = {
  kind: 'invitation' | 'reset'
  email: string
  displayName: string
  serviceName: string | null
  role: string | null
  locale: string
  /** Of whoever has an account already and is invited to a further service: they prove that it is them. Null: a new password. */
  passwordHash: string | null
}

export type Invitation = {
  serviceId: string
  email: string
  displayName: string
  locale: string
  role: string
  grants: readonly string[]
}

/** Invites somebody for 72 hours. False for whoever may not, and to one's own address. */
export async function recordInvitation({ tx }: Deed, linkId: string, to: Invitation): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    select app.invite(${linkId}::uuid, ${to.serviceId}::uuid, ${to.email}, ${to.displayName}, ${to.locale}, ${to.role},
      ${[...to.grants]}::text[]) as done`
  return row?.done ?? false
}

/** A link of a day to a new password. False for whoever may not, to oneself, and for an account that is closed. */
export async function recordReset(
  { tx }: Deed,
  linkId: string,
  of: { accountId: string; dropsFactor: boolean },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    select app.make_reset(${linkId}::uuid, ${of.accountId}::uuid, ${of.dropsFactor}) as done`
  return row?.done ?? false
}

/** Somebody at the door asks for a new password. Answers nothing, whether anybody has the address or not. */
export async function recordAskedReset(email: string, emailHash: Buffer, placeHash: Buffer): Promise<void> {
  await database().reads.query('select app.ask_reset($1, $2, $3, $4, $5)', [
    newId(),
    newId(),
    email,
    emailHash,
    placeHash,
  ])
}

/** What this link opens; null when it was used, is too old, or was for another address. */
export async function findLink(linkId: string): Promise<AccountLink | null> {
  const { rows } = await database().reads.query<{
    kind: AccountLink['kind']
    email: string
    display_name: string
    service_name: string | null
    role: string | null
    locale: string
    password_hash: string | null
  }>('select * from app.look_at_link($1)', [linkId])
  const [row] = rows
  if (!row) return null
  const { kind, email, locale, role } = row
  const [displayName, serviceName, passwordHash] = [row.display_name, row.service_name, row.password_hash]
  return { kind, email, displayName, serviceName, role, locale, passwordHash }
}

/** Uses the link, once: whose it was, or null when it opens nothing (any more). */
export async function recordLinkUse(linkId: string, passwordHash: string): Promise<string | null> {
  const { rows } = await database().reads.query<{ whose: string | null }>(
    'select app.use_link($1, $2, $3, $4) as whose',
    [linkId, newId(), newId(), passwordHash],
  )
  return rows[0]?.whose ?? null
}

/** Where the letter with this link goes; null when it opens nothing. For the worker. */
export async function findLinkLetter(
  { tx }: Deed,
  linkId: string,
): Promise<{ kind: AccountLink['kind']; email: string; locale: string; serviceName: string | null } | null> {
  const [row] = await tx.$queryRaw<
    { kind: AccountLink['kind']; email: string; locale: string; serviceName: string | null }[]
  >`select kind, email, locale, service_name as "serviceName" from app.link_letter(${linkId}::uuid)`
  return row ?? null
}
