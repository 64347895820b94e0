import { CurveChart } from '../src/curve-chart.tsx'
import { FigureCard } from '../src/figure-card.tsx'
import { LanesPicture } from '../src/lanes-picture.tsx'
import { Columns, Stack } from '../src/layout.tsx'
import { PageHeading } from '../src/page-heading.tsx'
import { RateBars } from '../src/rate-bars.tsx'
import { RateChart } from '../src/rate-chart.tsx'
import { Section } from '../src/section.tsx'

const MONTHS = ['Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep']
const RATES = [0.52, 0.55, null, 0.61, 0.58, 0.66, 0.7, null, null, 0.74, 0.71, 0.78]
const percent = (rate: number) => `${Math.round(rate * 100)} %`
const DEFINITION = {
  summary: 'What is counted',
  text: 'First dose no later than 48 hours after release, given in any way. Unknown counts as not met.',
}

const TABLE = {
  caption: 'Dose within 48 hours, by month',
  columns: [
    { key: 'month', header: 'Month', isRowHeader: true },
    { key: 'rate', header: 'Rate', align: 'end' },
  ],
  rows: MONTHS.map((month, index) => {
    const rate = RATES[index] ?? null
    return { key: month, cells: { month, rate: rate === null ? 'not shown' : percent(rate) } }
  }),
} as const

const CURVES = ['Friday', 'Other days'].map((label, nr) => ({
  key: label,
  label,
  points: [0, 6, 12, 24, 36, 48, 72, 168, 336, 672].map((at, place) => {
    const share = Math.min(0.95, place * (0.1 + nr * 0.02))
    return { at, share, interval: place === 0 ? null : { lower: share - 0.08, upper: Math.min(1, share + 0.08) } }
  }),
}))

/** Figures with what is unknown beside them, a line with gaps, bars, and their tables. */
export function FiguresSample() {
  return (
    <>
      <PageHeading lead="October to September, all prisons of the region.">Continuity</PageHeading>
      <Stack gap="large">
        <Columns>
          <FigureCard
            title="Dose within 48 hours"
            state="shown"
            value="78 %"
            counts="39 of 50 people"
            beside={[
              { key: 'u', label: 'Not known, counted as not met', value: '6' },
              { key: 'l', label: 'Back in custody before 48 hours, left out', value: '5' },
            ]}
            definition={DEFINITION}
            cases={{ href: '#c', text: 'Open the cases', of: 'dose within 48 hours' }}
          />
          <FigureCard
            title="First-night bed"
            state="hidden"
            value="Too few people to show. Choose a longer period."
            definition={DEFINITION}
          />
          <FigureCard
            title="Naloxone at the gate"
            state="not-collected"
            value="Not collected yet"
            definition={DEFINITION}
          />
        </Columns>
        <Section heading="What happened" card>
          <LanesPicture
            summary="From 26 February to 9 April 2026: eight entries."
            now={{ at: 0.7, text: 'now' }}
            ticks={[
              { key: '1', at: 0, text: 'Thu 26 Feb' },
              { key: '2', at: 0.5, text: 'Thu 19 Mar' },
              { key: '3', at: 1, text: 'Thu 9 Apr' },
            ]}
            lanes={[
              {
                key: 'custody',
                label: 'Custody',
                spans: [
                  { key: 'inside', from: 0, to: 0.7 },
                  { key: 'ahead', from: 0.7, to: 0.85, isAhead: true },
                ],
              },
              {
                key: 'doses',
                label: 'Doses',
                points: [
                  { key: '1', at: 0.5, tone: 'good' },
                  { key: '2', at: 0.55, tone: 'good' },
                  { key: '3', at: 0.6, tone: 'attention' },
                ],
              },
              { key: 'items', label: 'Items', points: [{ key: '4', at: 0.4, tone: 'quiet' }] },
              { key: 'contacts', label: 'Contacts', points: [{ key: '5', at: 0.95, tone: 'quiet', isAhead: true }] },
            ]}
          />
        </Section>
        <Section heading="By month" card>
          <RateChart
            title="Dose within 48 hours"
            summary="Rises from 52 % in October to 78 % in September; three months are not shown."
            tableText="The same as a table"
            gapText="not shown: fewer than 10 people"
            points={MONTHS.map((label, index) => ({
              key: label,
              label,
              rate: RATES[index] ?? null,
              limits: { centre: index < 5 ? 0.56 : 0.71, lower: index < 5 ? 0.4 : 0.6, upper: index < 5 ? 0.7 : 0.85 },
              stands: index === 11,
              beginsAnew: index === 5,
            }))}
            limitsText="between these lines the months vary by chance"
            standsText="more than chance"
            target={{ rate: 0.75, text: 'target: 75 %' }}
            notes={[
              { key: 'a', point: 'Jan', text: 'Pharmacy B closed (January)' },
              { key: 'b', point: 'Mar', text: 'New limits: depot before release (March)' },
            ]}
            tickText={percent}
            table={TABLE}
          />
        </Section>
        <Section heading="How long" card>
          {[CURVES.slice(0, 1), CURVES].map((curves) => (
            <CurveChart
              key={curves.length}
              title="Time to the first dose"
              summary="Half have had it between 24 and 36 hours after release."
              tableText="The same as a table"
              curves={curves}
              span={{ from: 0, bend: 72, to: 672 }}
              ticks={[0, 12, 24, 36, 48, 72, 168, 336, 672].map((at) => ({
                at,
                text: at > 72 ? `${at / 24} d` : `${at} h`,
              }))}
              tickText={percent}
              bandText="95 % interval"
              bendText="three days; after this line time runs faster"
              moreText="Drawn are six of them."
              table={TABLE}
            />
          ))}
        </Section>
        <Section heading="By prison" card>
          <RateBars
            title="Dose within 48 hours"
            summary="Northgate is highest, Eastholm is not shown."
            tableText="The same as a table"
            table={TABLE}
            bars={[
              { key: 'n', label: 'Northgate', rate: 0.82, text: '82 % (23 of 28)' },
              { key: 'w', label: 'Westmoor young people’s prison', rate: 0.64, text: '64 % (14 of 22)' },
              { key: 'e', label: 'Eastholm', rate: null, text: 'too few to show' },
            ]}
          />
        </Section>
      </Stack>
    </>
  )
}
