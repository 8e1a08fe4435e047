import { Route, Switch } from 'wouter'
import { BlanksScreen } from './blanks-screen.tsx'
import { PrintDeskScreen } from './print-desk-screen.tsx'

/** *Pencetakan*, and the card of its blanks one step behind it. */
export function PrintingScreens() {
  return (
    <Switch>
      <Route path="/blangko">
        <BlanksScreen />
      </Route>
      <Route>
        <PrintDeskScreen />
      </Route>
    </Switch>
  )
}
