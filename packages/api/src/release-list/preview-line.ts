/** One line of a preview, for the pages that show it: web does not reach the database package. */
export type { PreviewLine } from '@throughcare/db/release-list/line-repository'
