/** That a letter did not arrive, as the report says it: a status code like 5.1.1 and nothing of an address. */
export type DeliveryFailure = { status: string }

/**
 * Does this e-mail report that another one could not be delivered, for good (RFC 3464)? Only a `multipart/report` about delivery
 * counts, with a recipient whose action is `failed`: a letter that is late (`delayed`), was passed on (`relayed`, `expanded`) or arrived
 * (`delivered`), an answer from somebody on holiday, and anything that cannot be read tell nothing.
 *
 * @param source the e-mail as it came over the wire.
 * @returns null when it reports no failure.
 */
export function readDeliveryReport(source: string): DeliveryFailure | null {
  const { head, body } = splitAtBlank(source)
  const type = fieldsOf(head).get('content-type') ?? ''
  if (!/^multipart\/report\s*;/i.test(type) || !/;\s*report-type="?delivery-status"?\s*(;|$)/i.test(type)) return null
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return null
  for (const part of partsOf(body, mark)) {
    const of = splitAtBlank(part)
    if (!/^message\/delivery-status\s*(;|$)/i.test(fieldsOf(of.head).get('content-type') ?? '')) continue
    // The first group is about the report itself, each other about one recipient.
    for (const group of of.body.split(/\n[ \t]*\n/)) {
      const fields = fieldsOf(group)
      if (fields.get('action')?.toLowerCase() !== 'failed') continue
      return { status: /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? 'no status' }
    }
  }
  return null
}

/** At the first empty line, with every line end as one character. */
function splitAtBlank(text: string): { head: string; body: string } {
  const plain = text.replaceAll('\r\n', '\n').replace(/^\n+/, '')
  const at = plain.indexOf('\n\n')
  return at < 0 ? { head: plain, body: '' } : { head: plain.slice(0, at), body: plain.slice(at + 2) }
}

function partsOf(body: string, mark: string): string[] {
  const parts: string[] = []
  let open: string[] | null = null
  for (const line of body.split('\n')) {
    const said = line.trimEnd()
    if (said !== `--${mark}` && said !== `--${mark}--`) {
      open?.push(line)
      continue
    }
    if (open) parts.push(open.join('\n'))
    open = said.endsWith(`${mark}--`) ? null : []
  }
  return parts
}

/** Fields by their names in lower case, folded lines joined; of several of a name the first. */
function fieldsOf(head: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}
