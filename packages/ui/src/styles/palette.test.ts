import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const here = new URL('.', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, here), 'utf8')

/** Both colours of each `--name: light-dark(#…, #…)`. */
const colours = new Map(
  [...read('tokens.css').matchAll(/(--ax-[\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** Relative luminance of `rrggbb`, WCAG 2.2. */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const HUES = ['neutral', 'accent', 'success', 'warning', 'danger', 'info', 'meta-purple']
const PAGE_GROUNDS = ['--ax-bg-default', '--ax-bg-raised', '--ax-bg-sunken']

/** What stands on what, and the least contrast of WCAG 2.2 for it: 4.5 text (1.4.3), 3 lines and shapes (1.4.11). */
const PAIRS = HUES.flatMap((hue) => [
  ...[...PAGE_GROUNDS, `--ax-${hue}-100`, `--ax-${hue}-200`, `--ax-${hue}-300`].flatMap((ground) => [
    { front: `--ax-${hue}-800`, ground, least: 4.5 },
    { front: `--ax-${hue}-600`, ground, least: 3 },
  ]),
  { front: `--ax-${hue}-1000`, ground: `--ax-${hue}-400`, least: 4.5 },
  { front: '--ax-neutral-000', ground: `--ax-${hue}-600`, least: 4.5 },
])

describe.each(['light', 'dark'] as const)('contrast, %s', (theme) => {
  test.each([...PAIRS, ...PAGE_GROUNDS.map((ground) => ({ front: '--ax-border-focus', ground, least: 3 }))])(
    '$front on $ground is at least $least',
    ({ front, ground, least }) => {
      const [above, below] = [colours.get(front)?.[theme], colours.get(ground)?.[theme]]
      expect(contrastOf(above ?? 'no such colour', below ?? 'no such colour')).toBeGreaterThanOrEqual(least)
    },
  )
})

test('the sheets load nothing from a foreign address', () => {
  const imports = [...read('../theme.css').matchAll(/@import "([^"]+)"/g)].map(([, path = '']) => path)
  expect(imports.length).toBeGreaterThan(10)
  for (const path of imports) {
    const sheet = path.startsWith('.') ? read(`../${path}`) : readFileSync(new URL(import.meta.resolve(path)), 'utf8')
    expect(sheet, path).not.toMatch(/url\(\s*["']?(https?:)?\/\//)
  }
})
