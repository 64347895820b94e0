import type { KeyObject } from 'node:crypto'
import type { StoredSeal } from '@throughcare/db/audit/trail-repository'
import {
  canonicalEntry,
  canonicalSeal,
  NOTHING_BEFORE,
  type TrailEntry,
  type TrailFault,
} from '@throughcare/domain/audit/trail'
import { hashOf, isSigned } from './trail-key.ts'

/** Where a chain is bad, and how late in the trail: the transaction of the entry or of the batch's last one. */
export type ChainFault = {
  what: TrailFault
  serviceId: string
  sequence: number | null
  entryId: string | null
  xid: string
}

/** Reads the batches of one chain. */
export type ChainReader = {
  findSeal: (sequence: number) => Promise<StoredSeal | null>
  /** Is the entry sealed in this batch or a later one? */
  isSealedFrom: (sequence: number, entryId: string) => Promise<boolean>
}

/**
 * Walks one chain beside its entries. Given every stored entry of the service in the order of the transactions, it names the first
 * that is not what was sealed there, and then stops.
 */
export class ChainWalk {
  fault: ChainFault | null = null
  seals = 0
  readonly #serviceId: string
  readonly #last: number
  readonly #publicKey: KeyObject
  readonly #reader: ChainReader
  #seal: StoredSeal | null = null
  #at = 0
  #previous = NOTHING_BEFORE

  /** @param last the place of the last batch of the chain; 0 when it has none */
  constructor(serviceId: string, last: number, publicKey: KeyObject, reader: ChainReader) {
    this.#serviceId = serviceId
    this.#last = last
    this.#publicKey = publicKey
    this.#reader = reader
  }

  /** The next stored entry. */
  async pass(entry: TrailEntry): Promise<void> {
    if (this.fault) return
    const expected = await this.#expected()
    if (this.fault) return
    const seal = this.#seal
    if (!seal || expected === null) return this.#found('put-in', null, entry.id, entry.xid)
    if (expected === entry.id) {
      if (seal.entryHashes[this.#at] !== hashOf(canonicalEntry(entry)))
        return this.#found('altered', seal.sequence, entry.id, entry.xid)
      this.#at += 1
      return
    }
    if (await this.#reader.isSealedFrom(seal.sequence, entry.id))
      return this.#found('taken-out', seal.sequence, expected, entry.xid)
    this.#found('put-in', seal.sequence, entry.id, entry.xid)
  }

  /** There are no more entries: what is sealed and was not passed is gone. */
  async end(): Promise<void> {
    if (this.fault) return
    const expected = await this.#expected()
    if (this.fault || expected === null) return
    this.#found('taken-out', this.#seal?.sequence ?? null, expected, this.#seal?.lastXid ?? '0')
  }

  /** The id of the entry that must come next; null when the chain is at its end. */
  async #expected(): Promise<string | null> {
    while (this.#seal === null || this.#at >= this.#seal.entryIds.length) {
      const sequence = (this.#seal?.sequence ?? 0) + 1
      if (sequence > this.#last) return null
      const before = this.#seal
      const next = await this.#reader.findSeal(sequence)
      if (next === null) {
        this.#found('seal-missing', sequence, null, before?.lastXid ?? '0')
        return null
      }
      this.seals += 1
      if (!this.#isWhole(next)) {
        this.#found('seal-altered', sequence, next.entryIds[0] ?? null, next.lastXid)
        return null
      }
      this.#seal = next
      this.#at = 0
      this.#previous = next.hash
    }
    return this.#seal.entryIds[this.#at] ?? null
  }

  #isWhole(seal: StoredSeal): boolean {
    return (
      seal.previous === this.#previous &&
      seal.hash === hashOf(canonicalSeal(seal)) &&
      isSigned(this.#publicKey, seal.hash, seal.signature)
    )
  }

  #found(what: TrailFault, sequence: number | null, entryId: string | null, xid: string): void {
    this.fault = { what, serviceId: this.#serviceId, sequence, entryId, xid }
  }
}
