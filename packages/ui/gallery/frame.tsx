import type { ReactNode } from 'react'
import { AppHeader } from '../src/app-header.tsx'
import { Link } from '../src/link.tsx'
import { Menu } from '../src/menu.tsx'
import { Navigation } from '../src/navigation.tsx'
import { PageFrame } from '../src/page-frame.tsx'
import { ThemeSwitch } from '../src/theme-switch.tsx'

/** The frame as the product has it, with invented words. */
export function SampleFrame({ children }: { readonly children: ReactNode }) {
  return (
    <PageFrame
      skipText="Skip to content"
      header={
        <AppHeader
          productName="Throughcare"
          homeHref="/"
          demoMark="Demo, invented people"
          hat={{
            label: 'You act as',
            service: 'Northgate Prison health team',
            role: 'Prison health',
            change: { href: '#hat', text: 'Change' },
          }}
          actions={
            <Menu label="Ingrid Solheim">
              <Link href="#account">Your account</Link>
              <ThemeSwitch
                legend="Colours"
                words={{ system: 'As the device', light: 'Light', dark: 'Dark' }}
                initial="system"
              />
              <Link href="#out">Sign out</Link>
            </Menu>
          }
        />
      }
      navigation={
        <Navigation
          label="Main"
          moreText="More"
          items={[
            { href: '#board', text: 'Releases', icon: 'board', current: true },
            { href: '#inbox', text: 'Inbox', icon: 'inbox', count: { value: '7', words: '7 wait for you' } },
            { href: '#add', text: 'Add a person', icon: 'add' },
            { href: '#import', text: 'Import', icon: 'upload' },
            { href: '#figures', text: 'Figures', icon: 'chart' },
            { href: '#services', text: 'Services', icon: 'settings' },
          ]}
        />
      }
      footer="Throughcare 0.1.0. Nothing here replaces a clinician."
    >
      {children}
    </PageFrame>
  )
}
