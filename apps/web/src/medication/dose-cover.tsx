import type { MedicationView } from '@throughcare/api/medication/medication-view'
import type { StripDay } from '@throughcare/domain/medication/dose-strip'
import { DoseStrip, type DoseStripProps } from '@throughcare/ui/dose-strip'
import { getTranslations } from 'next-intl/server'
import { getCoverWords } from './get-cover-words.ts'

type Props = { readonly medication: MedicationView }

/** The strip of 22 days with its sentence, and a legend of the signs that stand in it. */
export async function DoseCover({ medication }: Props) {
  const [t, words] = await Promise.all([getTranslations('medication'), getCoverWords()])
  const { strip, today, sentence } = medication
  return (
    <DoseStrip
      caption={t('strip.caption')}
      hideCaption
      label={t('strip.label')}
      summary={words.sentence(sentence)}
      days={strip.map((day) => words.stripDay(day, today))}
      rowWords={{ day: t('strip.day'), dose: t('strip.dose') }}
      markWords={{ today: t('strip.today'), release: t('strip.release') }}
      legend={legendOf(strip)}
      legendLabel={t('strip.legend')}
    />
  )

  function legendOf(days: readonly StripDay[]): DoseStripProps['legend'] {
    const ways = [...new Set(days.flatMap((day) => (day.state === 'covered' ? [day.way] : [])))]
    const states = [...new Set(days.map((day) => day.state))]
    const others = (['closed', 'uncovered', 'unknown'] as const).filter((state) => states.includes(state))
    return [
      ...ways.map((way) => ({
        key: way,
        state: 'covered' as const,
        letter: t(`letter.${way}`),
        text: t(`way.${way}`),
      })),
      ...others.map((state) => ({ key: state, state, letter: t(`letter.${state}`), text: t(`legend.${state}`) })),
    ]
  }
}
