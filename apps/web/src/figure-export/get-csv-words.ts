import type { OpenedFigureExport } from '@throughcare/api/figure-export/open-figure-export'
import type { CsvWords } from '@throughcare/domain/figure-export/figures-csv'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { carriesSentence } from '../handoff/carries-sentence.ts'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'

/** The words of a file of figures, in this reader's language. The sentence that every export carries stands first. */
export async function getCsvWords({ content, carries }: OpenedFigureExport): Promise<CsvWords> {
  const [t, continuity, handoff, figures, format, { locale }] = await Promise.all([
    getTranslations('figure-export.file'),
    getTranslations('continuity'),
    getTranslations('handoff'),
    getFigureWords(),
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
    figure: ({ indicator }) => continuity(`indicator.${indicator}`),
    part: ({ part }) => t(part),
    // A month stays as it sorts; a name is what somebody typed, and the file makes it do nothing.
    of: ({ indicator, of }) =>
      typeof of === 'string'
        ? of
        : of === null
          ? ''
          : `${continuity(`outcome.${of.outcome}`)}: ${continuity(`detail.${indicator}.${of.detail}`)}`,
    hidden: t('hidden'),
  }
}
