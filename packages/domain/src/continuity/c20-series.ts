/** One year of England's C20. Shares are between 0 and 1. */
export type C20Year = {
  /** From April to March. */
  year: string
  share: number
  /** The lowest and the highest area, where they were published. */
  areas: { lowest: number; highest: number } | null
}

/**
 * C20 as England publishes it, by year: adults in treatment in prison who began treatment outside within three weeks of release (rule
 * FIG-20). Copied from the published reports; shown beside the same figure of one's own scope.
 */
export const C20_ENGLAND: readonly C20Year[] = [
  { year: '2015/16', share: 0.303, areas: null },
  { year: '2019/20', share: 0.345, areas: null },
  { year: '2020/21', share: 0.381, areas: null },
  { year: '2021/22', share: 0.37, areas: null },
  { year: '2022/23', share: 0.43, areas: { lowest: 0.26, highest: 0.62 } },
  { year: '2023/24', share: 0.53, areas: { lowest: 0.41, highest: 0.66 } },
]

/** Where the series stands, and that nobody here has confirmed it. */
export const C20_SOURCE = {
  publication: 'Public Health Outcomes Framework, indicator C20; annual reports on gov.uk',
  isConfirmed: false,
} as const
