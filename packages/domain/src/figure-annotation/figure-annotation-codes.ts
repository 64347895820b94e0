/**
 * What somebody may write on a chart. `happening`: something happened that month. `new-limits`: from that month on the process
 * is another one, and its limits are worked out anew (rule FIG-9). `target`: what is aimed at from that month on.
 */
export const FIGURE_ANNOTATION_KINDS = ['happening', 'new-limits', 'target'] as const
export type FigureAnnotationKind = (typeof FIGURE_ANNOTATION_KINDS)[number]
