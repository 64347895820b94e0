/** Why a release date was withdrawn. */
export const CANCEL_REASONS = ['new-charge', 'longer-sentence', 'parole-refused', 'licence-recall', 'other'] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]
