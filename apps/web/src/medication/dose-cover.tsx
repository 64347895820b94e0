import type { MedicationView } from '@throughcare/api/medication/medication-view'
import { DoseStrip } from '@throughcare/ui/dose-strip'
import { getCoverWords } from './get-cover-words.ts'

type Props = { readonly medication: MedicationView }

/** The strip of 22 days with its sentence, and a legend of the signs that stand in it. */
export async function DoseCover({ medication }: Props) {
  const words = await getCoverWords()
  const { strip, today, sentence, dosingPoint } = medication
  return <DoseStrip summary={words.sentence(sentence, dosingPoint?.name ?? null)} {...words.strip(strip, today)} />
}
