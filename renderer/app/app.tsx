import { lazy, Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { passGuard } from '../lib/unsaved-guard.ts'
import { shellWords } from '../locales/shell.ts'
import { FaultBoundary } from './fault-boundary.tsx'
import { SessionGate } from './session/session-gate.tsx'

const Gallery = lazy(async () => ({ default: (await import('./gallery/gallery.tsx')).Gallery }))

/** The parts without a session (`/gallery`), and everything else behind the gate. */
export function App() {
  return (
    <FaultBoundary title={shellWords.pageFailed}>
      <Router aroundNav={(navigate, to, options) => passGuard(() => navigate(to, options))}>
        <Switch>
          <Route path="/gallery/:part?">
            <Suspense>
              <Gallery />
            </Suspense>
          </Route>
          <Route>
            <SessionGate />
          </Route>
        </Switch>
      </Router>
    </FaultBoundary>
  )
}
