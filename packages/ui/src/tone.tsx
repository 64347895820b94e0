/**
 * How much a state asks of the reader. Tones never stand alone: each comes with a shape and a word.
 * `quiet` nothing to do · `info` under way · `good` settled · `attention` look at it · `urgent` act now · `unknown` nobody knows.
 */
export type Tone = 'quiet' | 'info' | 'good' | 'attention' | 'urgent' | 'unknown'

/** The outlines that can be told apart without colour, in forced colours and on a black-and-white print. */
export type Shape = 'ring' | 'half' | 'check' | 'triangle' | 'stop' | 'question' | 'dash' | 'clock' | 'lock'

/** The shape that a tone has unless a component is given another. */
export const SHAPE_OF_TONE = {
  quiet: 'ring',
  info: 'half',
  good: 'check',
  attention: 'triangle',
  urgent: 'stop',
  unknown: 'question',
} as const satisfies Record<Tone, Shape>
