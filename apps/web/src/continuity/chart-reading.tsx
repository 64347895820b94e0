import type { readChart } from '@throughcare/domain/continuity/process-chart/read-chart'
import type { Sign } from '@throughcare/domain/continuity/process-chart/special-cause'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from './get-figure-words.ts'
import { ReadingTags } from './reading-tags.tsx'

type Props = {
  readonly reading: ReturnType<typeof readChart>
  readonly target: number | null
  readonly isTrial: boolean
  /** With the months over which each holds. */
  readonly signs: readonly (Sign & { readonly from: string; readonly to: string })[]
}

/** What a chart says, in words with a shape beside them: variation, assurance, and each sign by its rule. */
export async function ChartReading({ reading, target, isTrial, signs }: Props) {
  const [t, words] = await Promise.all([getTranslations('process-chart'), getFigureWords()])
  const when = ({ from, to }: (typeof signs)[number]) =>
    from === to ? words.month(from) : t('signs.span', { from: words.month(from), to: words.month(to) })
  return (
    <>
      <ReadingTags reading={reading} target={target} isTrial={isTrial} />
      {signs.length === 0 ? (
        <p>{t('signs.none')}</p>
      ) : (
        <ul>
          {signs.map((sign) => (
            <li key={`${sign.from} ${sign.cause}`}>{t(`signs.${sign.cause}.${sign.towards}`, { when: when(sign) })}</li>
          ))}
        </ul>
      )}
    </>
  )
}
