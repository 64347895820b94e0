import { Entrance } from '../frame/entrance.tsx'
import { RefusedPanel } from '../frame/refused-panel.tsx'
import { pageTitle } from '../words/page-title.ts'

export const generateMetadata = pageTitle('frame', 'title.not-found')

/** For an address that no page has: it belongs to no group, so it brings its own frame. */
export default function NotFoundPage() {
  return (
    <Entrance>
      <RefusedPanel kind="not-found" />
    </Entrance>
  )
}
