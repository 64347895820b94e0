/** What a sheet of rights says, in the order in which it is read. */
export const RIGHTS = ['treatment', 'cover', 'my-data', 'complaint'] as const
export type Right = (typeof RIGHTS)[number]

/** Where a line comes from, and how far it has been checked: S read at its source, K general knowledge that nobody has checked yet. */
export type RightSource = { source: string; mark: 'S' | 'K' }

/** A slot without a confirmed source is empty, and the page says to use the local protocol (rule WH-2). */
export type RightsSheet = Readonly<Record<Right, RightSource | null>>

/** The words stand in packages/i18n, one for each line that has a source. */
export const RIGHTS_SHEETS = {
  GB: {
    treatment: null,
    cover: { source: 'Universal Credit, gov.uk guide of 12 January 2026', mark: 'S' },
    'my-data': { source: 'UK GDPR, Article 15', mark: 'K' },
    complaint: null,
  },
  NO: {
    treatment: { source: 'Havnes et al.: patient rights in OMT since 2004', mark: 'S' },
    cover: { source: 'tilbakeføring.no: the person may apply where they choose to stay', mark: 'S' },
    'my-data': { source: 'GDPR, Article 15', mark: 'K' },
    complaint: null,
  },
  DE: {
    treatment: null,
    cover: { source: 'SGB V § 5 (1) Nr. 13; AOK RdSchr 18e', mark: 'S' },
    'my-data': { source: 'GDPR, Article 15', mark: 'K' },
    complaint: null,
  },
  FR: {
    treatment: null,
    cover: { source: 'service-public.fr F677', mark: 'S' },
    'my-data': { source: 'GDPR, Article 15', mark: 'K' },
    complaint: null,
  },
  BE: {
    treatment: null,
    cover: { source: 'INAMI: affiliation from day 1 since 1 January 2023', mark: 'S' },
    'my-data': { source: 'GDPR, Article 15', mark: 'K' },
    complaint: null,
  },
  PT: {
    treatment: null,
    cover: { source: 'Público 2017: RSI requested before release', mark: 'S' },
    'my-data': { source: 'GDPR, Article 15', mark: 'K' },
    complaint: null,
  },
} as const satisfies Record<string, RightsSheet>
export type RightsCountry = keyof typeof RIGHTS_SHEETS

/** The sheet of a country; null where there is none. */
export function findRightsSheet(country: string | null): { country: RightsCountry; sheet: RightsSheet } | null {
  const found = Object.keys(RIGHTS_SHEETS).find((each) => each === country) as RightsCountry | undefined
  return found ? { country: found, sheet: RIGHTS_SHEETS[found] } : null
}

/** The lines of a sheet that have a source, and so words. */
export function saidRights(country: RightsCountry): Right[] {
  const sheet: RightsSheet = RIGHTS_SHEETS[country]
  return RIGHTS.filter((right) => sheet[right] !== null)
}
