import type { OpenedFigureExport } from '@throughcare/api/figure-export/open-figure-export'
import type { CsvWords } from '@throughcare/domain/figure-export/figures-csv'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { getGroupWords } from '../continuity/get-group-words.ts'
import { carriesSentence } from '../handoff/carries-sentence.ts'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'

/** The words of a file of figures, in this reader's language. The sentence that every export carries stands first. */
export async function getCsvWords({ content, carries }: OpenedFigureExport): Promise<CsvWords> {
  const [t, continuity, flow, handoff, figures, groups, format, { locale }] = await Promise.all([
    getTranslations('figure-export.file'),
    getTranslations('continuity'),
    getTranslations('flow'),
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
    headers: [
      t('figure'),
      t('part'),
      t('what'),
      t('counted'),
      t('met'),
      t('not-met'),
      t('unknown'),
      t('share'),
      t('lower'),
      t('upper'),
    ],
    figure: (line) => {
      if (line.part !== 'group') return continuity(`indicator.${line.indicator}`)
      return line.step === 'released' ? flow('column.released') : flow(`step.${line.step}`)
    },
    part: (line) => (line.part === 'group' ? groups.breakdown(line.breakdown) : t(line.part)),
    of: (line) => {
      // A month stays as it sorts; a name is what somebody typed, and the file makes it do nothing.
      if (line.part === 'group') return line.breakdown === 'prison' ? line.of : groups.group(line.breakdown, line.of)
      if (line.of === null || typeof line.of === 'string') return line.of ?? ''
      return `${continuity(`outcome.${line.of.outcome}`)}: ${continuity(`detail.${line.indicator}.${line.of.detail}`)}`
    },
    hidden: t('hidden'),
  }
}
