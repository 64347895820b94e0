/** See verify-export.mjs, which a second party runs by itself. */
export function verifyExport(
  file: string,
  publicKeyPem: string,
  earlier?: string,
): Promise<{ heads: number; seals: number; entries: number; fault: string | null }>
