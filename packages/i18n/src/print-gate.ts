import { EMERGENCY_NUMBER, type PrintWording } from '@throughcare/domain/print-pack/print-codes'
import type { PrintPack } from '@throughcare/domain/print-pack/print-pack'
import { warningBlocks } from './print-person.ts'
import type { SheetBlock } from './print-sheet.ts'
import { appointmentLines, type PrintWords, safetyBlock } from './print-words.ts'

/** An empty box, to be ticked with a pen. */
const BOX = '☐'

/** The page for the gate: who leaves, what goes with them, where first, whom to ring. It names no treatment, whatever was chosen. */
export function gateBlocks(pack: PrintPack, words: PrintWords, wording: PrintWording): SheetBlock[] {
  const { t, free, number, day } = words
  const { release, firstAppointment, ring, prison } = pack
  const name = free(pack.person.name)
  const phone = prison.phone ?? ring
  const leaves =
    release.day === null
      ? t('gate.any-day', { name })
      : t(release.isOut ? 'gate.left' : 'gate.leaves', { name, day: day(release.day) })
  const isConfirmed = release.isOut || release.certainty === 'confirmed'
  return [
    ...warningBlocks(pack, words),
    { kind: 'lines', heading: null, lines: [leaves, ...(isConfirmed ? [] : [t('gate.not-confirmed')])] },
    {
      kind: 'table',
      caption: t('gate.things'),
      head: [t('gate.thing-head'), t('gate.state-head'), t('gate.tick-head')],
      rows: pack.things.map(({ thing, state }) => [t(`gate.thing.${thing}`), t(`gate.state.${state}`), BOX]),
    },
    {
      kind: 'steps',
      items: [
        {
          step: 'appointment',
          title: t('gate.first'),
          lines: firstAppointment
            ? appointmentLines(firstAppointment, words, wording)
            : [{ label: null, text: t('not-known') }],
          mark: firstAppointment?.isConfirmed ? null : t('not-confirmed'),
        },
      ],
    },
    {
      kind: 'lines',
      heading: null,
      lines: [phone === null ? t('gate.ring-unknown') : t('gate.ring', { phone: number(phone) })],
    },
    safetyBlock(['wake'], words, EMERGENCY_NUMBER),
  ]
}
