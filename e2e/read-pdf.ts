type Node = { role?: string; children?: Node[] }

/** What a PDF tells a reader that cannot see it. */
export type ReadPdf = {
  pages: number
  title: string
  language: string
  /** Whether it says of itself that it is tagged. */
  isTagged: boolean
  /** Roles of its structure tree, each as often as it stands there: H1, H2, L, LI, Table, TR, TH … */
  roles: Map<string, number>
  text: string
}

/** Reads a PDF as a screen reader would: by its structure tree and its text. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // It would draw with these; we only read.
  Object.assign(globalThis, { DOMMatrix: class {}, Path2D: class {}, ImageData: class {} })
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS })
  const pdf = await task.promise
  const { info } = await pdf.getMetadata()
  const facts = info as { Title?: string; Language?: string }
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null
  const page = await pdf.getPage(1)
  const roles = new Map<string, number>()
  const walk = ({ role, children = [] }: Node): void => {
    if (role !== undefined) roles.set(role, (roles.get(role) ?? 0) + 1)
    for (const child of children) walk(child)
  }
  walk((await page.getStructTree()) as Node)
  const { items } = await page.getTextContent()
  const read = {
    pages: pdf.numPages,
    title: facts.Title ?? '',
    language: facts.Language ?? '',
    isTagged: marks?.get('Marked') === true,
    roles,
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
  }
  await task.destroy()
  return read
}
