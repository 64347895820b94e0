/**
 * What is known here of how long health records of prison and drug services are kept, by country (rule RIGHT-4). `years` null is an empty
 * slot: no period is shipped, because nobody here has read one at its source; an administrator enters the local one with its source, and a
 * second one approves it. Until then nothing is ever due.
 */
export type ShippedPeriod = { country: string; years: null; lookAt: string; mark: 'K' }

export const SHIPPED_PERIODS = [
  { country: 'GB', years: null, lookAt: 'NHS Records Management Code of Practice, retention schedule', mark: 'K' },
  { country: 'NO', years: null, lookAt: 'pasientjournalforskriften; arkivlova', mark: 'K' },
  { country: 'DE', years: null, lookAt: '§ 630f BGB; Aufbewahrungsbestimmungen des Landes', mark: 'K' },
  { country: 'FR', years: null, lookAt: 'Code de la santé publique, article R. 1112-7', mark: 'K' },
  { country: 'BE', years: null, lookAt: 'wet kwaliteitsvolle praktijkvoering, artikel 35', mark: 'K' },
  { country: 'PT', years: null, lookAt: 'tabela de seleção da saúde', mark: 'K' },
  { country: 'NL', years: null, lookAt: 'artikel 7:454 BW', mark: 'K' },
] as const satisfies readonly ShippedPeriod[]
