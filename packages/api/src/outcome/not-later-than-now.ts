/** By so much an old computer's clock may run ahead of ours before we doubt what was typed. */
const CLOCKS_DIFFER_MINUTES = 5

/** The stated instant; now when it lies ahead by no more than clocks differ; null when it has yet to come. */
export function notLaterThanNow(stated: Date, now: Date): Date | null {
  if (stated <= now) return stated
  return stated.getTime() - now.getTime() <= CLOCKS_DIFFER_MINUTES * 60_000 ? now : null
}
