import type { ReactNode } from 'react'
import { Frame } from '../../frame/frame.tsx'

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <Frame>{children}</Frame>
}
