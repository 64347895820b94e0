type Holder = { __zod_globalConfig?: { jitless?: boolean } }

/**
 * zod makes faster checks with `new Function` where it may, and finds out by trying. Our pages' policy forbids it, and every
 * try would be reported as a violation: so it is told. Without importing zod, which most pages do not carry.
 */
export function tellZodNotToEvaluate(): void {
  const holder = globalThis as Holder
  holder.__zod_globalConfig ??= {}
  holder.__zod_globalConfig.jitless = true
}
