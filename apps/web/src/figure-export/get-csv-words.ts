import type { OpenedFigureExport } from '@throughcare/api/figure-export/open-figure-export'
import type { CsvWords } from '@throughcare/domain/figure-export/figures-csv'
import type { BarrierGroup } from '@throughcare/domain/figure-export/leaving-line'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { getGroupWords } from '../continuity/get-group-words.ts'
import { carriesSentence } from '../handoff/carries-sentence.ts'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'

/** The words of a file of figures, in this reader's language. The sentence that every export carries stands first. */
export async function getCsvWords({ content, carries }: OpenedFigureExport): Promise<CsvWords> {
  const [t, continuity, flow, curve, barrier, handoff, figures, groups, format, { locale }] = await Promise.all([
    getTranslations('figure-export.file'),
    getTranslations('continuity'),
    getTranslations('flow'),
    getTranslations('curve'),
    getTranslations('barrier'),
    getTranslations('handoff'),
    getFigureWords(),
    getGroupWords({ prisons: [] }),
    getFormat(),
    currentReader(),
  ])
  const [from = '', to = from] = [content.months[0], content.months.at(-1)]
  return {
    sentences: [
      carriesSentence(handoff, locale, carries),
      t('of', {
        service: content.serviceName,
        from: figures.month(from),
        to: figures.month(to),
        at: format.instant(content.countedAt),
      }),
      t('small'),
    ],
    headers: COLUMNS.map((column) => t(column)),
    figure: (subject) => {
      switch (subject.kind) {
        case 'figure':
          return continuity(`indicator.${subject.indicator}`)
        case 'step':
          return subject.step === 'released' ? flow('column.released') : flow(`step.${subject.step}`)
        case 'curve':
          return curve(`title.${subject.curve}`)
        case 'couples':
        case 'deaths':
          return flow(`${subject.kind}.heading`)
        case 'barriers':
          return barrier('report.heading')
      }
    },
    part: (part) => (part.kind === 'group' ? groups.breakdown(part.breakdown) : t(part.kind)),
    of: (part) => {
      switch (part.kind) {
        // A month stays as it sorts; a name is what somebody typed, and the file makes it do nothing.
        case 'month':
          return part.month
        case 'months':
          return `${part.from}/${part.to}`
        case 'prison':
          return part.name
        case 'group':
          return part.breakdown === 'prison' ? part.value : groups.group(part.breakdown, part.value)
        case 'detail':
          return `${continuity(`outcome.${part.outcome}`)}: ${continuity(`detail.${part.indicator}.${part.detail}`)}`
        case 'had-it':
        case 'had-it-among-all':
        case 'left-first':
          return curve('hours', { hours: part.hours })
        case 'barrier':
          return `${barrierGroup(part.of)}: ${barrier(`report.${part.which}`)}`
        default:
          return ''
      }
    },
    unit: (unit) => t(`unit-${unit}`),
    note: (part) => (part.kind === 'month' && !part.isOver ? t('not-over') : ''),
    hidden: t('hidden'),
    open: t('open'),
  }

  function barrierGroup(of: BarrierGroup): string {
    switch (of.by) {
      case 'all':
        return barrier('report.total')
      case 'programme':
        return of.key ?? barrier('report.no-programme')
      case 'code':
        return barrier(`what.${of.key}`)
      case 'level':
        return barrier(`at.${of.key}`)
    }
  }
}

/** In the order of the file. */
const COLUMNS = [
  'figure',
  'part',
  'what',
  'counted',
  'met',
  'not-met',
  'unknown',
  'share',
  'lower',
  'upper',
  'value',
  'unit',
  'note',
] as const
