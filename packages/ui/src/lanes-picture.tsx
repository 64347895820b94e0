import type { ReactNode } from 'react'
import type { Tone } from './tone.tsx'

/** Where something lies on the way from the start of the picture (0) to its end (1). */
type Share = number

export type LaneSpan = { readonly key: string; readonly from: Share; readonly to: Share; readonly isAhead?: boolean }
export type LanePoint = {
  readonly key: string
  readonly at: Share
  readonly tone: Tone
  /** Still to come: an empty shape. */
  readonly isAhead?: boolean
}
export type Lane = {
  readonly key: string
  readonly label: string
  readonly spans?: readonly LaneSpan[] | undefined
  readonly points?: readonly LanePoint[] | undefined
}

type LanesPictureProps = {
  /** What the picture shows, in a sentence; the list that belongs to it says everything. */
  readonly summary: ReactNode
  readonly lanes: readonly Lane[]
  /** A few, under the lanes. */
  readonly ticks: readonly { readonly key: string; readonly at: Share; readonly text: string }[]
  readonly now: { readonly at: Share; readonly text: string } | null
}

/**
 * What happened side by side, a lane for each kind of thing. Drawn on the server, no script. A picture for the eye alone: put
 * it beside a list of the same entries, which everybody can read.
 */
export function LanesPicture({ summary, lanes, ticks, now }: LanesPictureProps) {
  return (
    <figure className="tc-lanes">
      <figcaption>{summary}</figcaption>
      <div className="tc-lanes__frame" aria-hidden="true">
        {lanes.map((lane) => (
          <div key={lane.key} className="tc-lanes__lane">
            <span className="tc-lanes__label">{lane.label}</span>
            <svg className="tc-lanes__track" aria-hidden="true" focusable="false">
              <line className="tc-lanes__ground" x1="0" x2="100%" y1="50%" y2="50%" />
              {(lane.spans ?? []).map(({ key, from, to, isAhead }) => (
                <rect
                  key={key}
                  className="tc-lanes__span"
                  data-ahead={isAhead || undefined}
                  x={percent(from)}
                  width={percent(Math.max(to - from, 0.004))}
                  y="20%"
                  height="60%"
                  rx="4"
                />
              ))}
              {now && <line className="tc-lanes__now" x1={percent(now.at)} x2={percent(now.at)} y1="0" y2="100%" />}
              {(lane.points ?? []).map(({ key, at, tone, isAhead }) => (
                <svg key={key} x={percent(at)} y="50%" overflow="visible" aria-hidden="true">
                  <Mark tone={tone} isAhead={isAhead} />
                </svg>
              ))}
            </svg>
          </div>
        ))}
        <div className="tc-lanes__lane">
          <span className="tc-lanes__label" />
          <svg className="tc-lanes__axis" aria-hidden="true" focusable="false">
            {ticks.map(({ key, at, text }) => (
              <text key={key} x={percent(at)} y="1em" textAnchor={anchorAt(at)}>
                {text}
              </text>
            ))}
            {now && (
              <text className="tc-lanes__now-text" x={percent(now.at)} y="2.4em" textAnchor={anchorAt(now.at)}>
                {now.text}
              </text>
            )}
          </svg>
        </div>
      </div>
    </figure>
  )
}

/** Settled is a disc, what asks for a look a triangle, everything else a square; what is still to come is empty. */
function Mark({ tone, isAhead }: { readonly tone: Tone; readonly isAhead: boolean | undefined }) {
  const props = { className: 'tc-lanes__mark', 'data-tone': tone, 'data-ahead': isAhead || undefined }
  if (tone === 'attention' || tone === 'urgent') return <path {...props} d="M0 -6.5L6.5 5.5H-6.5Z" />
  return tone === 'good' ? <circle {...props} r="5.5" /> : <rect {...props} x="-5" y="-5" width="10" height="10" />
}

function percent(share: Share): string {
  return `${Math.round(share * 10_000) / 100}%`
}

/** Words at the edges stay inside. */
function anchorAt(share: Share): 'start' | 'middle' | 'end' {
  if (share < 0.08) return 'start'
  return share > 0.92 ? 'end' : 'middle'
}
