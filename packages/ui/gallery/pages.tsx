import type { ReactNode } from 'react'
import { BoardSample } from './board.tsx'
import { CaseSample } from './case.tsx'
import { FiguresSample } from './figures.tsx'
import { FormsSample } from './forms.tsx'
import { SampleFrame } from './frame.tsx'
import { StatesSample } from './states.tsx'

const SAMPLES: Record<string, () => ReactNode> = {
  board: BoardSample,
  case: CaseSample,
  forms: FormsSample,
  figures: FiguresSample,
  states: StatesSample,
}

export const PAGE_NAMES = Object.keys(SAMPLES)

/** One sample page in the product's frame. */
export function SamplePage({ name }: { readonly name: string }) {
  const Sample = SAMPLES[name] ?? BoardSample
  return (
    <SampleFrame>
      <Sample />
    </SampleFrame>
  )
}
