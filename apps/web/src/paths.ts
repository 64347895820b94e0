/** Every address of the product. Ids only: no name, no free text and nothing searched for ever stands in one. */
export const paths = {
  home: () => '/',
  /** `to`: where to go on to after signing in; a path of ours. */
  signIn: (
    more: {
      to?: string | undefined
      because?: 'ended' | 'ended-everywhere' | 'expired' | 'password-set' | undefined
    } = {},
  ) => withQuery('/sign-in', more),
  /** Through the identity provider: no page, it sends the browser on. */
  signInByProvider: (to: string) => withQuery('/api/auth/provider/start', { to }),
  /** Where the one-time link of a new installation leads. */
  firstAdministrator: (key: string) => withQuery('/first-administrator', { key }),
  /** Asking for a link to a new password. */
  reset: () => '/reset',
  hats: (more: { to?: string | undefined } = {}) => withQuery('/hats', more),

  releases: (query: Query = {}) => withQuery('/releases', query),
  whatBecame: (query: Query = {}) => withQuery('/what-became', query),
  courtSheet: () => '/court-sheet',
  persons: () => '/persons',
  addPerson: () => '/persons/add',
  backInside: () => '/persons/back-inside',
  merges: () => '/merges',
  /** Two records side by side; the first one stands in front. */
  compareRecords: (face: string, other: string) => withQuery('/merges/compare', { face, other }),
  dataRequests: () => '/data-requests',
  /** `case`: of whom something is asked. */
  addDataRequest: (episodeId: string) => withQuery('/data-requests/add', { case: episodeId }),
  dataRequest: (dataRequestId: string) => `/data-requests/${id(dataRequestId)}`,
  /** The copy for the person, on paper. */
  personCopy: (dataRequestId: string) => `/data-requests/${id(dataRequestId)}/copy`,
  retention: () => '/retention',
  releaseLists: () => '/release-lists',
  releaseList: (listId: string, query: Query = {}) => withQuery(`/release-lists/${id(listId)}`, query),

  case: (episodeId: string) => `/cases/${id(episodeId)}`,
  fourMinutes: (episodeId: string) => `/cases/${id(episodeId)}/four-minutes`,
  planRules: (episodeId: string) => `/cases/${id(episodeId)}/plan-rules`,
  doses: (episodeId: string) => `/cases/${id(episodeId)}/doses`,
  whatIf: (episodeId: string) => `/cases/${id(episodeId)}/what-if`,
  handOver: (episodeId: string, query: Query = {}) => withQuery(`/cases/${id(episodeId)}/hand-over`, query),
  released: (episodeId: string) => `/cases/${id(episodeId)}/released`,
  happened: (episodeId: string) => `/cases/${id(episodeId)}/happened`,
  /** Choosing what to print. The choices stand in the address, as codes. */
  printPack: (episodeId: string, query: Query = {}) => withQuery(`/cases/${id(episodeId)}/print-pack`, query),
  printSheet: (episodeId: string, sheet: string, query: Query = {}) =>
    withQuery(`/cases/${id(episodeId)}/print-pack/${id(sheet)}`, query),
  printFile: (query: Query) => withQuery('/api/files/print-pack', query),
  barriers: (episodeId: string) => `/cases/${id(episodeId)}/barriers`,
  ownWords: (episodeId: string) => `/cases/${id(episodeId)}/own-words`,
  overdosePlan: (episodeId: string) => `/cases/${id(episodeId)}/overdose-plan`,
  howWasIt: (episodeId: string) => `/cases/${id(episodeId)}/how-was-it`,
  sharingNote: (episodeId: string) => `/cases/${id(episodeId)}/sharing-note`,
  whatHelps: (episodeId: string) => `/cases/${id(episodeId)}/what-helps`,
  partner: (episodeId: string) => `/cases/${id(episodeId)}/partner`,
  sharing: (episodeId: string) => `/cases/${id(episodeId)}/sharing`,
  /** What may be shared, on paper for the person. */
  mySharing: (episodeId: string, query: { language?: string } = {}) =>
    withQuery(`/cases/${id(episodeId)}/my-sharing`, query),
  /** `service`: a service without part, whose people can be admitted before the case is handed there. */
  restriction: (episodeId: string, query: { service?: string | undefined } = {}) =>
    withQuery(`/cases/${id(episodeId)}/restriction`, query),
  supporters: (episodeId: string) => `/cases/${id(episodeId)}/supporters`,
  letter: (episodeId: string, letterId: string) => `/cases/${id(episodeId)}/letters/${id(letterId)}`,
  /** The letter that keeps a home, a benefit or a job, to print. */
  keptDateLetter: (episodeId: string, keptDateId: string) => `/cases/${id(episodeId)}/kept-dates/${id(keptDateId)}`,
  circumstances: (episodeId: string) => `/cases/${id(episodeId)}/circumstances`,
  medicines: (episodeId: string) => `/cases/${id(episodeId)}/medicines`,
  first48: (episodeId: string) => `/cases/${id(episodeId)}/first-48-hours`,

  myList: (query: Query = {}) => withQuery('/my-list', query),
  item: (episodeId: string, itemId: string, query: Query = {}) =>
    withQuery(`/cases/${id(episodeId)}/items/${id(itemId)}`, query),
  timeline: (episodeId: string, query: Query = {}) => withQuery(`/cases/${id(episodeId)}/timeline`, query),
  whoSaw: (episodeId: string, query: Query = {}) => withQuery(`/cases/${id(episodeId)}/who-saw`, query),
  /** The same on paper, for the person. */
  whoSawCopy: (episodeId: string, query: Query = {}) => withQuery(`/cases/${id(episodeId)}/who-saw-copy`, query),
  /** A file on its way out: streamed by the server, never by a page. */
  document: (documentId: string) => withQuery('/api/files/document', { id: documentId }),

  doseList: () => '/dose-list',
  /** The next call to make. `skip`: how many are left for later. */
  ringList: (query: { skip?: number | undefined } = {}) => withQuery('/ring-list', query),
  /** Also opens without network: a browser keeps this one page (src/gate-list/shell-worker.ts). */
  gateList: () => '/gate-list',
  /** Whom to ask how it was, or to ring after a reported overdose. */
  toAsk: () => '/how-was-it',
  inbox: (query: Query = {}) => withQuery('/inbox', query),
  /** The list narrowed as the inbox is, to be given out. */
  assignHandoffs: (query: Query = {}) => withQuery('/inbox/assign', query),
  team: () => '/team',
  shift: (query: Query = {}) => withQuery('/shift', query),
  handoff: (handoffId: string, query: Query = {}) => withQuery(`/handoffs/${id(handoffId)}`, query),
  /** What travels with a handoff, on paper. */
  handoffSheet: (handoffId: string) => `/handoffs/${id(handoffId)}/sheet`,
  sent: (query: Query = {}) => withQuery('/handoffs', query),

  /** Somebody at a desk without papers: asking, and answering. `ask`: the one to answer. */
  arrivals: (query: { ask?: string | undefined } = {}) => withQuery('/arrivals', query),

  notices: (query: Query = {}) => withQuery('/notices', query),
  noticeSettings: () => '/settings/notices',
  ownSignIn: () => '/settings/sign-in',
  jobs: () => '/jobs',
  trail: (query: Query = {}) => withQuery('/trail', query),

  gaps: (query: Query = {}) => withQuery('/gaps', query),

  continuity: (query: Query = {}) => withQuery('/continuity', query),
  /** One figure month by month and prison by prison. */
  continuityFigure: (indicator: string, query: Query = {}) => withQuery(`/continuity/figures/${id(indicator)}`, query),
  /** What the persons themselves said, in counts. */
  continuityAnswers: () => '/continuity/answers',
  continuityCases: (indicator: string, query: Query = {}) => withQuery(`/continuity/${id(indicator)}`, query),

  continuityFlow: (query: Query = {}) => withQuery('/continuity/flow', query),
  continuityCurves: (query: Query = {}) => withQuery('/continuity/curves', query),
  figureAnnotations: () => '/continuity/notes',
  /** Files of figures that left, and the report of each month. */
  figureExports: () => '/continuity/exports',
  /** One of them, on paper and as a file. */
  figureExport: (exportId: string) => `/continuity/exports/${id(exportId)}`,
  figureFile: (exportId: string) => withQuery('/api/files/figure-export', { id: exportId }),
  figureCsv: (exportId: string) => `/continuity/exports/${exportId}/csv` as const,
  nowBoard: (query: Query = {}) => withQuery('/now-board', query),
  /** On a wall, with nobody signed in. */
  nowScreen: () => '/now-board/screen',

  barrierReport: (query: Query = {}) => withQuery('/continuity/barriers', query),
  /** `run`: the replay to open. */
  simulation: (query: { run?: string | undefined } = {}) => withQuery('/continuity/simulation', query),

  /** `place`: a country and the part of it, as GB-ENG. */
  holidays: (query: { place?: string | undefined; year?: string | undefined; day?: string | undefined } = {}) =>
    withQuery('/holidays', query),
  hoursToConfirm: (query: Query = {}) => withQuery('/hours-to-confirm', query),
  /** `pack`: the code of the country's pack to open. */
  lawfulBases: () => '/lawful-bases',
  objections: () => '/objections',
  breakGlass: () => '/break-glass',
  breakGlassReviews: (query: { which?: 'reviewed' | undefined } = {}) => withQuery('/break-glass-reviews', query),
  countryPacks: (query: { pack?: string | undefined } = {}) => withQuery('/country-packs', query),
  ruleSets: () => '/rule-sets',
  /** `place`: a country's code or a service's id. */
  ruleSetsOf: (kind: string, place: string, query: Query = {}) =>
    withQuery(`/rule-sets/${id(kind)}/${id(place)}`, query),
  services: (query: Query = {}) => withQuery('/services', query),
  service: (serviceId: string) => `/services/${id(serviceId)}`,
  addService: () => '/services/add',
  serviceFallback: (serviceId: string) => `/services/${id(serviceId)}/fallback`,
  servicePeople: (serviceId: string) => `/services/${id(serviceId)}/people`,
  serviceDetails: (serviceId: string) => `/services/${id(serviceId)}/details`,
  serviceHours: (serviceId: string) => `/services/${id(serviceId)}/hours`,
} as const

/** Filters, sort and page of a list. What is undefined or empty is left out. */
export type Query = { readonly [name: string]: string | number | undefined }

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.append(name, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}

function id(text: string): string {
  return encodeURIComponent(text)
}

/**
 * Where somebody may be sent after signing in: a path of this site, or the start. Whatever could be read as another site
 * (`//evil`, `/\evil`, `javascript:`, a tab before a slash) is the start.
 */
export function safePath(to: string | null | undefined): string {
  if (!to || to.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\')) return paths.home()
  try {
    const url = new URL(to, 'https://here.invalid')
    if (url.origin !== 'https://here.invalid' || url.pathname.startsWith('//')) return paths.home()
    if (url.pathname.startsWith('/api/') || url.pathname === '/sign-in') return paths.home()
    return `${url.pathname}${url.search}`
  } catch {
    return paths.home()
  }
}
