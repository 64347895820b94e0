import '../src/theme.css'
import { hydrateRoot } from 'react-dom/client'
import { SamplePage } from './pages.tsx'

const root = document.getElementById('root')
if (root) hydrateRoot(root, <SamplePage name={location.pathname.slice(1)} />)
