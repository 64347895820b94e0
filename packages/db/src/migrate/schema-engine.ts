import { readFile } from 'node:fs/promises'
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
  const wasmFile = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  ;(bindings as unknown as Joinable).__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings
}
