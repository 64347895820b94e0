/** A line of the list that is given out, its words ready: the page says them, the browser only selects and presses. */
export type AssignRow = {
  handoffId: string
  version: number
  person: string
  personFacts: string[]
  href: string
  area: string
  out: string
  state: string
  who: string
  isUrgent: boolean
}
