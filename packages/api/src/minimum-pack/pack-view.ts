import type { StoredPack } from '@throughcare/db/minimum-pack/pack-repository'
import { type PackCompleteness, packCompleteness } from '@throughcare/domain/minimum-pack/pack-completeness'

/** The pack of one person, and how complete it is. */
export type PackView = StoredPack & { pack: PackCompleteness }

/** Puts what is stored into the domain's terms. */
export function packView(stored: StoredPack): PackView {
  return {
    ...stored,
    pack: packCompleteness({
      onTreatment: stored.hasTreatment ? 'yes' : treatmentOf(stored.doseAnswer),
      isTrained: stored.isTrained,
      hasKit: stored.hasKit,
      hasLetter: stored.letterOn !== null,
      hasPrescriber: stored.prescriber !== null,
      hasDosingPoint: stored.dosingPoint !== null,
      hasPhone: stored.phone !== null,
    }),
  }
}

/** Who wants treatment needs the same as who has it: somebody who prescribes and a place that gives it. */
function treatmentOf(answer: string | null): 'yes' | 'no' | 'unknown' {
  if (answer === 'on-omt' || answer === 'wants-omt') return 'yes'
  return answer === 'not-on-omt' ? 'no' : 'unknown'
}
