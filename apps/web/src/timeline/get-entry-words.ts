import type { TimelineEntry } from '@throughcare/api/timeline/get-timeline'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** One entry as people read it, and how much it asks of them. */
export type EntryWords = { title: string; when: string; by: string | undefined; tone: Tone }

const SETTLED: readonly string[] = [
  'given',
  'issued',
  'done',
  'kept',
  'arrived',
  'reached',
  'accepted',
  'acknowledged',
  'in-progress',
  'first-night',
]
const LOOK_AT: readonly string[] = [
  'declined',
  'withheld',
  'part-dose',
  'vomited',
  'late-after-closed',
  'not-taken',
  'unknown',
  'missed',
  'did-not-arrive',
  'no-answer',
  'wrong-number',
  'rejected',
  'timed-out',
  'died',
  'back-in-custody',
]

/** Entries of a timeline in the reader's words; custody is told in the days of the prison. */
export async function getEntryWords(timeZone: string) {
  const [t, release, medication, checklist, area, handoff, contact, outcome, appointment, format] = await Promise.all([
    getTranslations('timeline'),
    getTranslations('release'),
    getTranslations('medication'),
    getTranslations('checklist'),
    getTranslations('area'),
    getTranslations('handoff'),
    getTranslations('contact'),
    getTranslations('outcome'),
    getTranslations('appointment'),
    getFormat(),
  ])

  const titleOf = (entry: TimelineEntry): string => {
    const { kind, code, what, service, day, toDay } = entry
    const areaName = entry.area ? area(`name.${entry.area}`) : ''
    switch (kind) {
      case 'admitted':
      case 'moved':
        return t(`entry.${kind}`, { service: service ?? '' })
      case 'released':
        return t('entry.released', { kind: release(`kind.${code}`) })
      case 'release-day':
        return t('entry.release-day', { certainty: release(`certainty.${code}`) })
      case 'dose': {
        const words = { kind: medication(`kind.${what}`), outcome: medication(`outcome.${code}`) }
        return day && toDay
          ? t('entry.dose-days', { ...words, from: format.day(day), to: format.day(toDay) })
          : t('entry.dose', words)
      }
      case 'item': {
        const item = checklist.has(`item.${what}`) ? checklist(`item.${what}`) : (what ?? '')
        return t('entry.item', { item, status: checklist(`status.${code}`) })
      }
      case 'handoff':
        return t('entry.handoff', { area: areaName, service: service ?? '', status: handoff(`status.${code}`) })
      case 'contact':
        return t('entry.contact', { channel: contact(`channel.${what}`), outcome: contact(`outcome.${code}`) })
      case 'appointment':
        return t('entry.appointment', { area: areaName, status: appointment(`status.${code}`) })
      case 'outcome':
        return t('entry.outcome', { outcome: outcome(`kind.${code}`) })
    }
  }

  const whenOf = ({ kind, at, day }: TimelineEntry): string => {
    if (at !== null) return format.instant(at, 'weekday', timeZone)
    const words = day === null ? '' : format.day(day, 'weekday')
    return kind === 'dose' ? `${words}, ${t('no-time')}` : words
  }

  return (entry: TimelineEntry): EntryWords => ({
    title: titleOf(entry),
    when: whenOf(entry),
    by:
      entry.by === null
        ? undefined
        : entry.service === null || entry.kind === 'handoff'
          ? entry.by
          : t('by', { name: entry.by, service: entry.service }),
    // An item that was declined is a decision, and no alarm.
    tone: entry.lane === 'items' ? itemTone(entry.code) : toneOf(entry.code),
  })
}

function itemTone(code: string | null): Tone {
  return code === 'done' ? 'good' : 'quiet'
}

function toneOf(code: string | null): Tone {
  if (code === null) return 'quiet'
  if (SETTLED.includes(code)) return 'good'
  return LOOK_AT.includes(code) ? 'attention' : 'quiet'
}
