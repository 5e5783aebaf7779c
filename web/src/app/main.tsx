import '../ui/theme.css'
import '../ui/base.css'
import '../ui/print.css'
import { z } from 'zod'

// Zod compiles validators with `new Function`, which the content security policy forbids.
z.config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// Signing in stands apart, without router and query client: it is the first thing seen, often over a slow line.
if (window.location.pathname === '/sign-in')
  import('./sign-in/sign-in.tsx').then(({ showSignIn }) => showSignIn(root), showBroken)
else import('./application.tsx').then(({ showApplication }) => showApplication(root), showBroken)

/** The line broke off after the first file: nothing of the application is there to say so. */
function showBroken() {
  document.body.textContent = '网页没有取全，请刷新重试。The page did not load completely; please reload it.'
}
