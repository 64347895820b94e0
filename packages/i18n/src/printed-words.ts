import { AREAS } from '@throughcare/domain/checklist/areas'
import { MEDICINES } from '@throughcare/domain/medication/medication-codes'
import { PRINT_SHEETS, PRINT_STEPS, PRINT_WORDINGS } from '@throughcare/domain/print-pack/print-codes'
import { PRINT_GAPS } from '@throughcare/domain/print-pack/print-gaps'
import { BED_CODES, GATE_STATES, GATE_THINGS, RECEIVING_STATES } from '@throughcare/domain/print-pack/print-pack'

/** Where the words of the codes on paper stand, as in CODED_WORDS. */
export const PRINTED_WORDS: Readonly<Record<string, readonly string[]>> = {
  'person-print.title': PRINT_SHEETS,
  'person-print.step': PRINT_STEPS,
  'person-print.bed': BED_CODES,
  'person-print.gate.thing': GATE_THINGS,
  'person-print.gate.state': GATE_STATES,
  'person-print.receiving.medicine-name': MEDICINES,
  'person-print.receiving.area': AREAS,
  'person-print.receiving.state': RECEIVING_STATES,
  'print-pack.sheet': PRINT_SHEETS,
  'print-pack.wording': [...PRINT_WORDINGS, 'label'],
  'print-pack.gap': [...PRINT_GAPS, 'heading', 'marked'],
}
