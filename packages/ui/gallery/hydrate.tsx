import '../src/theme.css'
import { hydrateRoot } from 'react-dom/client'
import { SamplePage } from './pages.tsx'

hydrateRoot(document.body, <SamplePage name={location.pathname.slice(1)} />)
