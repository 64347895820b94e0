/** What a door for passwords, codes and links answered: what it told, or the code of why not. */
export type DoorAnswer = { ok: true; body: Record<string, unknown> } | { ok: false; code: string }

/** Sends what no procedure takes: a password, a code, a link. The answer may be a cookie that no script can read. */
export async function askDoor(door: string, input: Record<string, unknown>): Promise<DoorAnswer> {
  try {
    const answer = await fetch(`/api/auth/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughcare': '1' },
      body: JSON.stringify(input),
    })
    const body = (await answer.json()) as Record<string, unknown>
    if (answer.ok) return { ok: true, body }
    const { error } = body as { error?: { json?: { message?: string } } }
    return { ok: false, code: error?.json?.message ?? 'unexpected' }
  } catch {
    return { ok: false, code: 'offline' }
  }
}
