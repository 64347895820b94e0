import type { Timeline, TimelineEntry } from '@throughcare/api/timeline/get-timeline'
import { TIMELINE_LANES } from '@throughcare/domain/timeline/timeline-lanes'
import { shareOf } from '@throughcare/domain/timeline/timeline-span'
import type { Lane, LaneSpan } from '@throughcare/ui/lanes-picture'
import type { Tone } from '@throughcare/ui/tone'

type Span = { from: Date; to: Date }

const TICKS = 3

/** Where each entry is drawn, lane by lane; custody is a bar from the first day in view to the gate. */
export function layOut(
  timeline: Pick<Timeline, 'releasedAt' | 'now'>,
  shown: readonly TimelineEntry[],
  span: Span,
  words: { laneOf: (lane: string) => string; toneOf: (entry: TimelineEntry) => Tone },
): Lane[] {
  return TIMELINE_LANES.map((lane) => ({
    key: lane,
    label: words.laneOf(lane),
    spans: lane === 'custody' ? custody(timeline, shown, span) : [],
    points: shown
      .filter((entry) => entry.lane === lane)
      .flatMap((entry) => {
        const at = shareOf(new Date(entry.drawnAt), span)
        const isAhead = entry.drawnAt > timeline.now
        return at === null ? [] : [{ key: entry.key, at, tone: words.toneOf(entry), isAhead }]
      }),
  }))
}

/** Inside up to the gate, or up to now; from then on to the day of release it is still to come. */
function custody(
  { releasedAt, now }: Pick<Timeline, 'releasedAt' | 'now'>,
  shown: readonly TimelineEntry[],
  span: Span,
): LaneSpan[] {
  const at = (text: string) => Math.min(1, Math.max(0, shareOf(new Date(text), span) ?? 0))
  const admitted = shown.find(({ kind }) => kind === 'admitted')
  const begins = admitted ? at(admitted.drawnAt) : 0
  const ends = at(releasedAt ?? now)
  const planned = shown.find(({ kind }) => kind === 'release-day')
  const bars: LaneSpan[] = ends > begins ? [{ key: 'inside', from: begins, to: ends }] : []
  if (!releasedAt && planned && planned.drawnAt > now)
    bars.push({ key: 'still-inside', from: ends, to: at(planned.drawnAt), isAhead: true })
  return bars
}

/** A few days under the picture, as far apart as each other. */
export function ticksOf({ from, to }: Span, words: (at: Date) => string): { key: string; at: number; text: string }[] {
  return Array.from({ length: TICKS }, (_, index) => {
    const at = index / (TICKS - 1)
    const instant = new Date(from.getTime() + at * (to.getTime() - from.getTime()))
    return { key: String(index), at, text: words(instant) }
  })
}
