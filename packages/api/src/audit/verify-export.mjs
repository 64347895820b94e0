/**
 * Checks an export of a Throughcare audit trail, for whoever has the public key and nothing else. One file, no dependency, Node 20:
 *
 *   node verify-export.mjs <export> <public-key.pem> [an earlier export or head]
 *
 * It answers 0 when every signature holds, every chain is whole from its first batch on, every entry is the one that was sealed, and the
 * chains go at least as far as in the earlier one; otherwise 1, and names the first that is bad.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const NOTHING_BEFORE = '0'.repeat(64)
const NO_SERVICE = '00000000-0000-0000-0000-000000000000'

/** @param {string} text */
const hashOf = (text) => createHash('sha256').update(text).digest('hex')

/**
 * @param {string} file @param {string} publicKeyPem @param {string} [earlier]
 * @returns {Promise<{ heads: number, seals: number, entries: number, fault: string | null }>}
 */
export async function verifyExport(file, publicKeyPem, earlier) {
  const key = createPublicKey(publicKeyPem)
  /** @param {string} text @param {string} signature */
  const isSigned = (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'))
  const counts = { heads: 0, seals: 0, entries: 0 }
  /** @type {Map<string, { sequence: number, hash: string, hashes: Map<number, string>, sealed: Map<string, string> }>} */
  const chains = new Map()
  /** @param {string} serviceId */
  const chainOf = (serviceId) => {
    const known = chains.get(serviceId) ?? { sequence: 0, hash: NOTHING_BEFORE, hashes: new Map(), sealed: new Map() }
    chains.set(serviceId, known)
    return known
  }
  /** @param {string} fault */
  const bad = (fault) => ({ ...counts, fault })
  let previousHead = NOTHING_BEFORE
  /** @type {{ serviceId: string, sequence: number, hash: string }[]} */
  let promised = []
  for await (const line of linesOf(file)) {
    if (line.head) {
      counts.heads += 1
      const { document, signature } = line.head
      if (!isSigned(document, signature)) return bad(`head ${counts.heads}: the signature does not hold`)
      const said = JSON.parse(document)
      if (counts.heads > 1 && said.previous !== previousHead)
        return bad(`head ${said.sequence}: a head before it is gone`)
      previousHead = hashOf(document)
      promised = said.chains
    } else if (line.seal) {
      counts.seals += 1
      const { serviceId, sequence, entryIds, entryHashes, lastXid, previous, hash, signature } = line.seal
      const where = `service ${serviceId}, batch ${sequence} (begins with entry ${entryIds[0]})`
      const chain = chainOf(serviceId)
      if (sequence !== chain.sequence + 1) return bad(`service ${serviceId}: batch ${chain.sequence + 1} is gone`)
      if (previous !== chain.hash) return bad(`${where}: does not follow the batch before it`)
      if (hash !== hashOf(JSON.stringify([serviceId, sequence, previous, lastXid, entryIds, entryHashes])))
        return bad(`${where}: the hash does not hold`)
      if (!isSigned(hash, signature)) return bad(`${where}: the signature does not hold`)
      chain.sequence = sequence
      chain.hash = hash
      chain.hashes.set(sequence, hash)
      for (const [at, id] of entryIds.entries()) chain.sealed.set(id, entryHashes[at])
    } else if (line.entry) {
      counts.entries += 1
      const [id, , , , serviceId] = JSON.parse(line.entry)
      const { sealed } = chainOf(serviceId ?? NO_SERVICE)
      const hash = sealed.get(id)
      if (hash === undefined) return bad(`entry ${id}: was never sealed`)
      if (hash !== hashOf(line.entry)) return bad(`entry ${id}: says something else than when it was sealed`)
      sealed.delete(id)
    } else return bad(`a line that is neither head, seal nor entry`)
  }
  if (counts.entries > 0)
    for (const [serviceId, { sealed }] of chains)
      for (const id of sealed.keys()) return bad(`entry ${id} of service ${serviceId}: is gone`)
  if (counts.seals > 0) {
    const lost = shorter(promised, chains)
    if (lost) return bad(lost)
  }
  if (earlier) {
    const before = await endsOf(earlier)
    const now =
      counts.seals > 0
        ? chains
        : new Map(promised.map((end) => [end.serviceId, { ...end, hashes: new Map([[end.sequence, end.hash]]) }]))
    const lost = shorter(before, now)
    if (lost) return bad(`${lost}, against the earlier one`)
  }
  return { ...counts, fault: null }
}

/**
 * @param {{ serviceId: string, sequence: number, hash: string }[]} ends
 * @param {Map<string, { sequence: number, hashes: Map<number, string> }>} chains
 */
function shorter(ends, chains) {
  for (const { serviceId, sequence, hash } of ends) {
    const chain = chains.get(serviceId)
    if (!chain || chain.sequence < sequence) return `service ${serviceId}: ends before batch ${sequence}`
    const stands = chain.hashes.get(sequence)
    if (stands !== undefined && stands !== hash) return `service ${serviceId}: batch ${sequence} is another`
  }
  return null
}

/** Where the chains ended in an earlier export, or in a head that was downloaded by itself. @param {string} file */
async function endsOf(file) {
  const ends = new Map()
  for await (const line of linesOf(file)) {
    for (const end of line.head ? JSON.parse(line.head.document).chains : []) ends.set(end.serviceId, end)
    if (line.seal) ends.set(line.seal.serviceId, line.seal)
  }
  return [...ends.values()]
}

/** One object a line, or one object in the whole file. @param {string} file */
async function* linesOf(file) {
  const [first = ''] = readFileSync(file, 'utf8').slice(0, 2).split('\n')
  if (first === '{') return yield JSON.parse(readFileSync(file, 'utf8'))
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') yield JSON.parse(line)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, keyFile, earlier] = process.argv.slice(2)
  if (!file || !keyFile) {
    console.error('node verify-export.mjs <export> <public-key.pem> [an earlier export or head]')
    process.exit(2)
  }
  const { fault, heads, seals, entries } = await verifyExport(file, readFileSync(keyFile, 'utf8'), earlier)
  console.log(`${heads} heads, ${seals} batches, ${entries} entries: ${fault ?? 'all as they were sealed'}`)
  process.exit(fault ? 1 : 0)
}
