import { renderToString } from 'react-dom/server'
import { PAGE_NAMES, SamplePage } from './pages.tsx'

export const names = PAGE_NAMES

/** The server's HTML of a sample page. */
export function render(name: string): string {
  return renderToString(<SamplePage name={name} />)
}
