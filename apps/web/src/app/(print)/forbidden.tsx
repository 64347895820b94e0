import { RefusedPanel } from '../../frame/refused-panel.tsx'

export default function NotAllowedPage() {
  return <RefusedPanel kind="not-allowed" />
}
