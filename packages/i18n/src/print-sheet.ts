import type { PrintSheet, PrintStep, PrintWording } from '@throughcare/domain/print-pack/print-codes'
import type { PrintPack } from '@throughcare/domain/print-pack/print-pack'
import { directionOf, type Locale } from './locales.ts'
import { gateBlocks } from './print-gate.ts'
import { personBlocks } from './print-person.ts'
import { receivingBlocks } from './print-receiving.ts'
import { printWords } from './print-words.ts'

/** A labelled line of a step. */
export type SheetLine = { label: string | null; text: string }

export type SheetBlock =
  | { kind: 'warning'; heading: string; lines: string[] }
  | { kind: 'steps'; items: { step: PrintStep; title: string; lines: SheetLine[]; mark: string | null }[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }
  | { kind: 'lines'; heading: string | null; lines: string[] }
  /** What the person ticks off. */
  | { kind: 'list'; heading: string; items: string[] }
  /** The person's own words: printed as said, each in its own language. */
  | { kind: 'own-words'; heading: string; items: { words: string; language: string | null }[]; more: string | null }
  /** `english`: the sentence that the translation was made from, while nobody has reviewed it. */
  | { kind: 'safety'; heading: string; note: string | null; items: { text: string; english: string | null }[] }

/** A page in words, ready to be drawn: one A4 sheet. */
export type Sheet = {
  locale: Locale
  direction: 'ltr' | 'rtl'
  title: string
  lead: string | null
  blocks: SheetBlock[]
  foot: string[]
}

export type SheetChoice = {
  sheet: PrintSheet
  locale: Locale
  wording: PrintWording
  /** large: larger letters, and less on the page. */
  size?: 'normal' | 'large'
  /** For `receiving`: for which service; the first one when it is left out. */
  serviceId?: string | null
}

/** A page of the print pack in the words of its language. */
export function printSheet(pack: PrintPack, choice: SheetChoice): Sheet {
  const { sheet, locale, wording } = choice
  const words = printWords(locale)
  const { t, free, moment } = words
  const receiver = pack.receivers.find(({ serviceId }) => serviceId === choice.serviceId) ?? pack.receivers[0] ?? null
  const all =
    sheet === 'person'
      ? personBlocks(pack, words, wording)
      : sheet === 'gate'
        ? gateBlocks(pack, words, wording)
        : receivingBlocks(pack, receiver, words, wording)
  // In large letters the steps, the own words and what keeps safe fill the one page of the person.
  const isSmaller = sheet === 'person' && choice.size === 'large'
  const blocks = isSmaller ? all.filter(({ kind }) => kind !== 'table' && kind !== 'list') : all
  const carries =
    sheet === 'receiving'
      ? words.list((receiver?.areas ?? []).map(({ area }) => t(`receiving.area.${area}`)))
      : t(`carries-what.${sheet}`)
  return {
    locale,
    direction: directionOf(locale),
    title: t(`title.${sheet}`),
    lead: sheet === 'person' ? t('for', { name: free(pack.person.name) }) : null,
    blocks,
    foot: [
      t('carries', { what: carries === '' ? t('not-known') : carries }),
      t('made', { at: moment(pack.now, pack.timeZone) }),
    ],
  }
}

/** All that a page says, without the person's own words: for whoever looks for what must not stand there. */
export function textOfSheet({ title, lead, blocks, foot }: Sheet): string {
  const inside = blocks.flatMap((block): (string | null)[] => {
    if (block.kind === 'own-words') return [block.heading, block.more]
    if (block.kind === 'list') return [block.heading, ...block.items]
    if (block.kind === 'table') return [block.caption, ...block.head, ...block.rows.flat()]
    if (block.kind === 'safety')
      return [block.heading, block.note, ...block.items.flatMap(({ text, english }) => [text, english])]
    if (block.kind === 'steps')
      return block.items.flatMap(({ title: step, lines, mark }) => [
        step,
        mark,
        ...lines.flatMap(({ label, text }) => [label, text]),
      ])
    return [block.heading, ...block.lines]
  })
  return [title, lead, ...inside, ...foot].filter((text) => text !== null).join('\n')
}
