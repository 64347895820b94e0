import type { BarrierLine } from '@throughcare/domain/barrier/barrier-report'
import type { LeavingBarriers, LeavingBeside } from '@throughcare/domain/figure-export/leaving-beside'
import { getTranslations } from 'next-intl/server'
import { getCurveWords } from '../continuity/get-curve-words.ts'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { getLengthWords } from '../continuity/get-length-words.ts'
import { PrintTable } from './print-table.tsx'

/** The other pages of figures on paper: where people are lost, lengths, curves, couples turned away, deaths, barriers. */
export async function BesideTables({ beside }: { readonly beside: LeavingBeside }) {
  const [flow, words] = await Promise.all([getTranslations('flow'), getFigureWords()])
  const { couples, deaths, lengths, curves, barriers } = beside
  return (
    <>
      <section>
        <h2>{flow('page.heading')}</h2>
        <p>{flow('how')}</p>
        <PrintTable
          caption={flow('all.heading')}
          headers={(['step', 'met', 'counted', 'rate', 'lost', 'notMet', 'unknown', 'leftOut'] as const).map((key) =>
            flow(`column.${key}`),
          )}
          rows={[
            {
              key: 'released',
              cells: [
                flow('column.released'),
                words.count(beside.flow.released),
                ...Array.from({ length: 6 }, () => '–'),
              ],
            },
            ...beside.flow.steps.map((row) => ({
              key: row.step,
              cells: [
                flow(`step.${row.step}`),
                words.count(row.met),
                words.count(row.counted),
                words.rate(row),
                row.lost === null ? '–' : words.count(row.lost),
                words.count(row.notMet),
                words.count(row.unknown),
                words.count(row.leftOut),
              ] as const,
            })),
          ]}
        />
        {couples.length > 0 && (
          <PrintTable
            caption={flow('couples.heading')}
            headers={[flow('couples.of'), flow('couples.column')]}
            rows={couples.map(({ prison, refused }) => ({
              key: prison ?? 'all',
              cells: [prison ?? flow('couples.all'), words.count(refused)],
            }))}
          />
        )}
        {deaths.length > 0 && (
          <>
            <h3>{flow('deaths.heading')}</h3>
            {deaths.map(({ from, to, about }) => {
              const said = { from: words.month(from), to: words.month(to) }
              return (
                <p key={from}>
                  {about === 'too-few' ? flow('deaths.too-few', said) : flow('deaths.about', { ...said, about })}
                </p>
              )
            })}
          </>
        )}
      </section>
      {lengths.map((length) => (
        <LengthTable key={length.indicator} length={length} />
      ))}
      {curves.map(({ curve, shown }) => shown && <CurveTable key={curve} curve={curve} shown={shown} />)}
      {barriers && <BarrierTables barriers={barriers} />}
    </>
  )
}

async function LengthTable({ length }: { readonly length: LeavingBeside['lengths'][number] }) {
  const [t, words] = await Promise.all([getTranslations('continuity'), getLengthWords(length.indicator)])
  if (length.state !== 'shown') return null
  const { indicator, median, interval, p90, about, open } = length
  return (
    <section>
      <h2>{t(`indicator.${indicator}`)}</h2>
      <p>{t(`definition.${indicator}`)}</p>
      <p>
        {t('length.median')}: {words.length(median)} ({t('interval-label')}: {words.interval(interval)}).{' '}
        {t('length.p90')}: {words.length(p90)}. {t('month.counted')}: {words.count(about)}. {t('length.open')}:{' '}
        {words.count(open)}.
      </p>
    </section>
  )
}

type Curve = LeavingBeside['curves'][number]
async function CurveTable({
  curve,
  shown,
}: {
  readonly curve: Curve['curve']
  readonly shown: NonNullable<Curve['shown']>
}) {
  const [t, words, { after, waiting }] = await Promise.all([
    getTranslations('curve'),
    getFigureWords(),
    getCurveWords(),
  ])
  const headers = (['time', 'share', 'interval', 'event', 'left', 'waiting'] as const).map((key) => t(`column.${key}`))
  return (
    <section>
      <h2>{t(`title.${curve}`)}</h2>
      <p>{t(`what.${curve}`)}</p>
      <PrintTable
        caption={t('all')}
        headers={headers}
        rows={shown.points.map(({ hours, share, interval, competing, atRisk }) => ({
          key: String(hours),
          cells: [
            after(hours),
            words.percent(share),
            interval ? words.range(interval) : '–',
            competing ? words.percent(competing.event) : t('not-told'),
            competing ? words.percent(competing.left) : t('not-told'),
            waiting(atRisk),
          ],
        }))}
      />
    </section>
  )
}

async function BarrierTables({ barriers }: { readonly barriers: LeavingBarriers }) {
  const [t, report] = await Promise.all([getTranslations('barrier'), getTranslations('figure-export.report')])
  const shown = (count: number | null) => (count === null ? t('report.small') : t('report.count', { count }))
  const table = (caption: string, of: string, lines: readonly (BarrierLine<unknown> & { name: string })[]) => (
    <PrintTable
      caption={caption}
      headers={[of, t('report.all'), t('report.standing'), t('report.resolved'), t('report.days')]}
      rows={[...lines, { ...barriers.total, name: t('report.total') }].map(
        ({ name, all, standing, resolved, days }) => ({
          key: name,
          cells: [name, shown(all), shown(standing), shown(resolved), shown(days)],
        }),
      )}
    />
  )
  return (
    <section>
      <h2>{t('report.heading')}</h2>
      <p>{report('barriers')}</p>
      {table(
        t('report.by-programme'),
        t('report.programme'),
        barriers.byProgramme.map((line) => ({ ...line, name: line.key ?? t('report.no-programme') })),
      )}
      {table(
        t('report.by-code'),
        t('report.code'),
        barriers.byCode.map((line) => ({ ...line, name: t(`what.${line.key}`) })),
      )}
      {table(
        t('report.by-level'),
        t('report.level'),
        barriers.byLevel.map((line) => ({ ...line, name: t(`at.${line.key}`) })),
      )}
    </section>
  )
}
