import { FLOW_BREAKDOWNS, type FlowInput } from '@throughcare/domain/continuity/flow/flow-input'

type Search = { readonly [name: string]: string | string[] | undefined }

/** By what an address tells the flow apart, and which group of it. What in it is not known is left out. */
export function readFlowChoice({ by, group }: Search): FlowInput {
  const breakdown = FLOW_BREAKDOWNS.find((each) => each === by) ?? null
  const isGroup = breakdown !== null && typeof group === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(group)
  return { breakdown, group: isGroup ? group : null }
}
