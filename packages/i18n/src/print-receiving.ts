import { EMERGENCY_NUMBER, type PrintWording } from '@throughcare/domain/print-pack/print-codes'
import type { PrintPack, PrintReceiver } from '@throughcare/domain/print-pack/print-pack'
import type { SheetBlock } from './print-sheet.ts'
import { appointmentLines, labelOf, type PrintWords, safetyBlock } from './print-words.ts'

/** The page for one service that takes over: what it was asked, when it expects the person, how they may be reached. */
export function receivingBlocks(
  pack: PrintPack,
  receiver: PrintReceiver | null,
  words: PrintWords,
  wording: PrintWording,
): SheetBlock[] {
  const { t, free, moment } = words
  if (receiver === null) return [{ kind: 'warning', heading: t('incomplete.heading'), lines: [t('not-known')] }]
  const { appointment } = receiver
  return [
    { kind: 'lines', heading: null, lines: [...betweenWhom(pack, receiver, words, wording), ...whoLines(pack, words)] },
    {
      kind: 'table',
      caption: t('receiving.asked'),
      head: [t('receiving.area-head'), t('receiving.state-head'), t('receiving.by-head')],
      rows: receiver.areas.map(({ area, state, dueAt }) => [
        t(`receiving.area.${area}`),
        t(`receiving.state.${state}`),
        dueAt === null ? t('not-known') : moment(dueAt, receiver.timeZone),
      ]),
    },
    ...treatmentBlock(pack, receiver, words, wording),
    {
      kind: 'lines',
      heading: t('receiving.expects'),
      lines: appointment
        ? appointmentLines(appointment, words, wording).map(({ label, text }) =>
            label === null ? text : `${label} ${text}`,
          )
        : [t('receiving.expects-none')],
    },
    { kind: 'lines', heading: t('receiving.reach.heading'), lines: reachLines(pack, words) },
    safetyBlock(['wake'], words, EMERGENCY_NUMBER),
  ]

  function betweenWhom(
    { prison }: PrintPack,
    to: PrintReceiver,
    { number }: PrintWords,
    chosen: PrintWording,
  ): string[] {
    if (chosen === 'discreet')
      return prison.phone === null ? [] : [`${labelOf(words, 'phone')} ${number(prison.phone)}`]
    const service = free(prison.name)
    return [
      t('receiving.to', { service: free(to.name) }),
      prison.phone === null
        ? t('receiving.from', { service })
        : t('receiving.from-phone', { service, phone: number(prison.phone) }),
    ]
  }
}

function whoLines({ person, release }: PrintPack, { t, free, day, number }: PrintWords): string[] {
  return [
    [
      free(person.name),
      person.dateOfBirth === null ? t('receiving.born-unknown') : t('receiving.born', { day: day(person.dateOfBirth) }),
      ...(person.number === null ? [] : [t('receiving.number', { number: number(person.number) })]),
    ].join(' · '),
    release.day === null
      ? t('receiving.any-day')
      : t(release.isOut ? 'receiving.left' : 'receiving.leaves', { day: day(release.day) }),
    ...(release.isOut || release.certainty === 'confirmed' || release.day === null ? [] : [t('gate.not-confirmed')]),
  ]
}

/** The treatment with its prescribed text word for word; on a discreet page only when the last dose was. */
function treatmentBlock(
  { timeZone }: PrintPack,
  { treatment }: PrintReceiver,
  words: PrintWords,
  wording: PrintWording,
): SheetBlock[] {
  if (treatment === null) return []
  const { t, free, day, moment } = words
  const { medicine, prescribedText, lastDoseAt, lastDoseDay } = treatment
  const last = lastDoseAt !== null ? moment(lastDoseAt, timeZone) : lastDoseDay !== null ? day(lastDoseDay) : null
  return [
    {
      kind: 'lines',
      heading: wording === 'named' ? t('receiving.medicine') : t('receiving.area.omt'),
      lines: [
        ...(wording === 'named' ? [t(`receiving.medicine-name.${medicine}`)] : []),
        ...(wording === 'named' && prescribedText !== null
          ? [t('receiving.prescribed', { text: free(prescribedText) })]
          : []),
        last === null ? t('receiving.last-dose-unknown') : t('receiving.last-dose', { at: last }),
      ],
    },
  ]
}

/** How the person said that they may be reached. Where nobody asked, nobody rings them. */
function reachLines({ reach, person }: PrintPack, { t, free, number, language, list }: PrintWords): string[] {
  const { channel, phone, hours, wording, mayLeaveMessage } = reach
  const needsPhone = channel === 'phone' || channel === 'text'
  const how = channel === null ? 'not-asked' : needsPhone && phone === null ? `${channel}-unknown` : channel
  const mayReach = channel !== null && channel !== 'none'
  return [
    t(`receiving.reach.${how}`, phone === null ? {} : { phone: number(phone) }),
    ...(mayReach && hours !== null ? [t('receiving.reach.hours', { hours: free(hours) })] : []),
    ...(mayReach && wording !== null ? [t('receiving.reach.wording', { wording: free(wording) })] : []),
    t(`receiving.reach.${mayLeaveMessage ? 'voicemail' : 'no-voicemail'}`),
    ...(person.interpreterNeeded === true
      ? [
          t('receiving.reach.interpreter', {
            language: person.languages.length === 0 ? t('not-known') : list(person.languages.slice(0, 2).map(language)),
          }),
        ]
      : []),
  ]
}
