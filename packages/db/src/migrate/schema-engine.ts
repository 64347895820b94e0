import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/** What the generated bindings export beside the documented classes: the two hooks that join them to the WebAssembly module. */
type Joinable = { __wbg_set_wasm(exports: WebAssembly.Exports): void }

let joined: Promise<typeof bindings> | undefined

/**
 * The schema engine of Prisma, as WebAssembly: the binary that `prisma migrate` downloads is out of reach behind a
 * package registry, and this is the same engine from that registry.
 *
 * @param adapterFactory how the engine reaches the database; it connects only when a call needs the database
 * @param datamodels the schema as [path, content] pairs; empty for work on migrations alone
 */
export async function openSchemaEngine(
  adapterFactory: SqlMigrationAwareDriverAdapterFactory,
  datamodels: [string, string][] = [],
): Promise<SchemaEngine> {
  joined ??= joinWebAssembly()
  const { SchemaEngine } = await joined
  return SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory),
  )
}

async function joinWebAssembly(): Promise<typeof bindings> {
  // The package names only its JavaScript; the module lies beside it.
  const beside = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasmFile = join(dirname(beside), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    './schema_engine_bg.js': withoutLingeringTimers(bindings as unknown as WebAssembly.ModuleImports),
  })
  ;(bindings as unknown as Joinable).__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings
}

/**
 * The engine sets a timer of ten seconds for its lock and never clears it, which would keep every program that migrates
 * alive for that long. Its timers still fire while there is other work; they just do not hold the process.
 */
function withoutLingeringTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const name = Object.keys(imports).find((key) => key.startsWith('__wbg_setTimeout_'))
  if (name === undefined) return imports
  return { ...imports, [name]: (work: () => void, ms: number) => setTimeout(work, ms >>> 0).unref() }
}
