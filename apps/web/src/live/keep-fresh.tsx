type Props = {
  /** Only what changes in this case moves the page. Without one, whatever changes for the service. */
  readonly episodeId?: string | undefined
}

/**
 * Marks a page that shows what others change too: it then changes by itself while it is open, and what was typed into its
 * forms stays. It sends no script: follow.ts, which every page fetches when it stands still, looks for the mark.
 */
export function KeepFresh({ episodeId = '' }: Props) {
  return <span hidden data-live={episodeId} />
}
