import '../ui/layers.css'
import '../ui/mantine-styles.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import * as z from 'zod'
import { tradeSessionKey } from '../lib/session-key.ts'
import { App } from './app.tsx'
import { KeyRefused } from './key-refused.tsx'
import { Providers } from './providers.tsx'

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
setNonce(nonce)
// zod compiles schemas by eval where it may; the page's policy forbids it.
z.config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const known = await tradeSessionKey().catch(() => false)
createRoot(root).render(<Providers nonce={nonce}>{known ? <App /> : <KeyRefused />}</Providers>)
