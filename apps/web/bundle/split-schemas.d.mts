/** See split-schemas.mjs. */
// biome-ignore lint/style/noDefaultExport: the bundler asks for it
export default function splitSchemas(this: { resourcePath: string; resourceQuery: string }, source: string): string
