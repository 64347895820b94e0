/**
 * What do row level security and the audit trail cost? Medians of the inbox, the page of a case (as the API answers it) and an
 * acknowledge, with and without each.
 *
 *   node bench/access-cost.ts [rounds]
 */
import { loadavg } from 'node:os'
import { DEEDS, measureAccess, VARIANTS } from './measure-access.ts'

const { medians, rounds, cases, sameAnswers } = await measureAccess(Number(process.argv[2] ?? 200))
const [load = 0] = loadavg()
console.log(`${rounds} rounds of each among ${cases} handed over cases, load ${load.toFixed(1)}; medians in ms`)
console.log(['', ...VARIANTS, 'policies add', 'trail adds'].map((head) => head.padStart(17)).join(''))
for (const deed of DEEDS) {
  const of = medians[deed]
  const added = [of.both - of['without policies'], of.both - of['without trail']]
  const figures = [...VARIANTS.map((variant) => of[variant]), ...added].map((each) => each.toFixed(2).padStart(17))
  console.log(deed.padStart(17) + figures.join(''))
}
if (!sameAnswers) throw new Error('the variants did not answer the same')
