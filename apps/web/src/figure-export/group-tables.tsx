import type { LeavingGroup } from '@throughcare/domain/figure-export/leaving-figures'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { getGroupWords } from '../continuity/get-group-words.ts'
import { PrintTable } from './print-table.tsx'

/** How far people of each group came, one table for each way of telling them apart. */
export async function GroupTables({ groups }: { readonly groups: readonly LeavingGroup[] }) {
  const [flow, words, named] = await Promise.all([
    getTranslations('flow'),
    getFigureWords(),
    getGroupWords({ prisons: [] }),
  ])
  return [...Map.groupBy(groups, ({ breakdown }) => breakdown)].map(([breakdown, rows]) => (
    <section key={breakdown}>
      <h2>{flow('groups.heading', { breakdown: named.breakdown(breakdown) })}</h2>
      <PrintTable
        caption={flow('page.heading')}
        headers={[
          named.breakdown(breakdown),
          flow('column.released'),
          ...(rows[0]?.steps ?? []).map(({ step }) => flow(`step.${step}`)),
        ]}
        rows={rows.map(({ value, released, steps }) => ({
          key: value,
          cells: [
            breakdown === 'prison' ? value : named.group(breakdown, value),
            words.count(released),
            ...steps.map((step) => words.rate({ ...step, notMet: 0, unknown: 0 })),
          ],
        }))}
      />
    </section>
  ))
}
