/** Why a recorded release is taken back. What happens most comes first; "other" says why in words. */
export const UNDO_REASONS = ['wrong-person', 'not-released', 'wrong-time', 'other'] as const
export type UndoReason = (typeof UNDO_REASONS)[number]
