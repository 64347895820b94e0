/** The shortest PIN that a device takes (rule GATE-1). Letters may stand in it. */
export const SHORTEST_PIN = 6

export type PinFault = 'too-short' | 'too-simple'

/** May a copy of the list be locked with this? Not with one sign repeated, nor with a run such as 123456 or 654321. */
export function pinFault(pin: string): PinFault | null {
  if (pin.length < SHORTEST_PIN) return 'too-short'
  const steps = new Set([...pin].slice(1).map((sign, index) => sign.charCodeAt(0) - pin.charCodeAt(index)))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 ? 'too-simple' : null
}
