import { RefusedPanel } from '../../frame/refused-panel.tsx'

export default function NotFoundPage() {
  return <RefusedPanel kind="not-found" />
}
