import { EMERGENCY_NUMBER, type PrintStep, type PrintWording } from '@throughcare/domain/print-pack/print-codes'
import type { PrintPack } from '@throughcare/domain/print-pack/print-pack'
import { personLanguage } from './locales.ts'
import type { SheetBlock, SheetLine } from './print-sheet.ts'
import { appointmentLines, labelOf, type PrintWords, safetyBlock, whereLines } from './print-words.ts'

/** Beyond it own words would push the steps off the one page. */
const MOST_OWN_WORDS = 700

/** What only somebody who is still inside can do: once out, the page says what to do instead. */
const BEFORE_LEAVING: readonly string[] = [
  'incomplete.ring',
  'incomplete.ask',
  'not-known-ask',
  'things',
  'bed.unknown',
]

function wordsOnceOut(words: PrintWords): PrintWords {
  return {
    ...words,
    t: (key, values) => words.t(BEFORE_LEAVING.includes(key) ? `once-out.${key}` : key, values),
  }
}

/** The person's page: up to five steps, when the place is open, their own words, what keeps them safe. */
export function personBlocks(pack: PrintPack, given: PrintWords, wording: PrintWording): SheetBlock[] {
  const words = pack.release.isOut ? wordsOnceOut(given) : given
  const { t } = words
  const days = pack.dosing?.days ?? []
  return [
    ...warningBlocks(pack, words),
    { kind: 'steps', items: stepsOf(pack, words, wording) },
    ...(days.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: t('hours.caption'),
            head: [t('hours.day'), t('hours.open')],
            rows: days.map(({ day, opening }) => [
              words.day(day),
              opening.kind === 'open'
                ? words.list(opening.intervals.map((interval) => t('hours.from-to', interval)))
                : t(`hours.${opening.kind}`),
            ]),
          },
        ]),
    ...ownItemsBlock(pack, words),
    ...ownWordsBlock(pack, words),
    safetyBlock(['wake', 'changed', 'alone', ...(pack.hasKit ? ['kit'] : []), 'sent-away'], words, EMERGENCY_NUMBER),
  ]
}

/** What makes the page no finished one, in front of everything else; and that somebody has to interpret it. */
export function warningBlocks(pack: PrintPack, { t, number, language }: PrintWords): SheetBlock[] {
  const { withoutTexts } = personLanguage(pack.person.languages)
  const ring = pack.ring ?? pack.prison.phone
  return [
    ...(pack.gaps.length === 0
      ? []
      : [
          {
            kind: 'warning' as const,
            heading: t('incomplete.heading'),
            lines: [
              ...pack.gaps.map((gap) => t(`incomplete.${gap}`)),
              ring === null ? t('incomplete.ask') : t('incomplete.ring', { phone: number(ring) }),
            ],
          },
        ]),
    ...(withoutTexts === null
      ? []
      : [
          {
            kind: 'lines' as const,
            heading: null,
            lines: [t('interpreter', { language: language(withoutTexts) })],
          },
        ]),
  ]
}

function stepsOf(pack: PrintPack, words: PrintWords, wording: PrintWording) {
  const { t, number, moment } = words
  const { firstAppointment, dosing, office, bedAt } = pack
  // Where no service outside answers yet, whoever lets the person go does.
  const ring = pack.ring ?? pack.prison.phone
  const unknown: SheetLine[] = [{ label: null, text: t('not-known-ask') }]
  const step = (code: PrintStep, lines: SheetLine[], isConfirmed: boolean) => ({
    step: code,
    title: t(`step.${code}`),
    lines,
    mark: isConfirmed ? null : t('not-confirmed'),
  })
  const place = () => {
    const opens = dosing?.firstOpenAt
    const first =
      opens && dosing ? [{ label: null, text: t('first-open', { at: moment(opens, dosing.timeZone) }) }] : []
    return step('place', dosing ? [...whereLines(dosing.place, words, wording), ...first] : unknown, dosing !== null)
  }
  return [
    step(
      'appointment',
      firstAppointment ? appointmentLines(firstAppointment, words, wording) : unknown,
      firstAppointment?.isConfirmed === true,
    ),
    pack.treated === 'no' ? step('things', [{ label: null, text: t('things') }], true) : place(),
    step(
      'bed',
      [
        { label: null, text: t(`bed.${pack.bed}`) },
        ...(bedAt && (pack.bed === 'temporary' || pack.bed === 'unknown')
          ? appointmentLines(bedAt, words, wording)
          : []),
      ],
      pack.bed === 'own-address' || pack.bed === 'with-others' || bedAt !== null,
    ),
    step('office', office ? appointmentLines(office, words, wording) : unknown, office !== null),
    step(
      'number',
      ring === null
        ? [{ label: null, text: t('incomplete.ask') }]
        : [
            { label: labelOf(words, 'phone'), text: number(ring) },
            { label: null, text: t('number') },
          ],
      pack.ring !== null,
    ),
  ]
}

/** What the person does themselves, in words of their own; an item that has none is left out. */
function ownItemsBlock({ ownItems }: PrintPack, { item }: PrintWords): SheetBlock[] {
  const items = ownItems.flatMap((code) => item(code) ?? [])
  return items.length === 0 ? [] : [{ kind: 'list', heading: item.heading, items: [...new Set(items)] }]
}

/** Own words as said. What does not fit on the page is left out whole, and the page says that there is more. */
function ownWordsBlock({ ownWords }: PrintPack, { t }: PrintWords): SheetBlock[] {
  if (ownWords.length === 0) return []
  let room = MOST_OWN_WORDS
  const items = ownWords.filter(({ words }) => {
    room -= words.length
    return room >= 0
  })
  return [
    {
      kind: 'own-words',
      heading: t('own-words.heading'),
      items,
      more: items.length < ownWords.length ? t('own-words.more') : null,
    },
  ]
}
