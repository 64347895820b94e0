import type { ContinuityPage } from '@throughcare/api/continuity/get-report'
import type { ShownAnnotation } from '@throughcare/api/figure-annotation/list-figure-annotations'
import type { Indicator, LengthIndicator } from '@throughcare/domain/continuity/indicators'
import { Columns } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { C20England } from './c20-england.tsx'
import { choiceQuery, isWholePeriod } from './continuity-address.ts'
import { FigureSummary } from './figure-summary.tsx'
import { LengthSummary } from './length-summary.tsx'

/** What belongs together on the page, in its order. */
const GROUPS = {
  treatment: [
    'dose-within-48-hours',
    'c20-treatment-within-3-weeks',
    'no-gap-of-three-days',
    'treatment-within-21-days',
    'both-partners-in-treatment',
  ],
  naloxone: ['naloxone-at-the-gate', 'supporter-kit-within-7-days', 'overdose-recall-at-12-months'],
  'handing-over': [
    'acknowledged-before-release',
    'hours-to-acknowledge',
    'pack-at-unplanned-release',
    'own-words-asked',
  ],
  'first-days': ['first-night-bed', 'benefits-claimed-by-day-3', 'hiv-hcv-supply-gap'],
} as const satisfies Record<string, readonly (Indicator | LengthIndicator)[]>

type Props = {
  readonly page: ContinuityPage
  readonly annotations: readonly ShownAnnotation[]
}

/** All figures at a glance, by what they are about. A group in which nothing is open to the reader is not there. */
export async function FigureGroups({ page, annotations }: Props) {
  const t = await getTranslations('continuity')
  return Object.entries(GROUPS).map(([group, members]) => {
    const cards = members.flatMap((member) => {
      const figure = page.figures.find(({ indicator }) => indicator === member)
      if (figure)
        return [
          <FigureSummary
            key={member}
            {...{ figure, page, annotations }}
            monthsAt={paths.continuityFigure(figure.indicator, choiceQuery(page.selection))}
          />,
        ]
      const length = page.lengths.find(({ indicator }) => indicator === member)
      if (!length) return []
      const { from, to } = page.selection
      return [
        <LengthSummary
          key={member}
          length={length}
          isWhole={isWholePeriod(page)}
          monthsAt={paths.continuityFigure(length.indicator, choiceQuery({ from, to, prisonId: null }))}
        />,
      ]
    })
    if (cards.length === 0) return null
    const hasC20 =
      group === 'treatment' && page.figures.some((each) => each.indicator === 'c20-treatment-within-3-weeks')
    return (
      <Section
        key={group}
        heading={t(`group.${group as keyof typeof GROUPS}`)}
        lead={group === 'treatment' ? t('rule') : undefined}
      >
        <Columns>{cards}</Columns>
        {hasC20 && <C20England />}
      </Section>
    )
  })
}
