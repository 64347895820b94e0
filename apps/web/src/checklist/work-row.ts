import type { Shape, Tone } from '@throughcare/ui/tone'

/** A line of the list, its words ready: the page says them, the browser only selects and presses. */
export type WorkRow = {
  itemId: string
  version: number
  title: string
  itemHref: string
  itemFacts: string[]
  waits: string | null
  person: string
  personFacts: string[]
  caseHref: string
  due: string
  state: { tone: Tone; shape?: Shape; text: string }
  who: string
  isUrgent: boolean
}
