import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { surveyWords as words } from '../../locales/survey.ts'
import { Button } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { SheetForm } from './sheet-form.tsx'
import { KioskFrame, SurveyKiosk } from './survey-kiosk.tsx'
import styles from './survey.module.css'

/** *Survei Kepuasan*: sheets of paper are typed here; below it stand the screens that face whoever came. */
export function SurveyScreen() {
  const [, navigate] = useLocation()
  return (
    <Switch>
      <Route path="/layar">
        <SecondScreen />
      </Route>
      <Route path="/layar/:token">
        {({ token }) => <SurveyKiosk key={token} token={token} onReturn={() => navigate('~/penyerahan')} />}
      </Route>
      <Route>
        <Paper />
      </Route>
    </Switch>
  )
}

/** A window of its own on a second screen: it waits, and asks as soon as the clerk offers the survey. */
function SecondScreen() {
  const trpc = useTRPC()
  const pending = useQuery(trpc.satisfaction.pending.queryOptions())
  const [shown, setShown] = useState<string>()
  const token = pending.data?.token
  // An answered survey stays thanked for until the next one is offered.
  if (token !== undefined && token !== shown) setShown(token)
  if (shown !== undefined) return <SurveyKiosk key={shown} token={shown} onReturn={null} />
  return (
    <KioskFrame>
      <div className={styles.step}>
        <h1 className={styles.question}>{words.kiosk.waiting}</h1>
        <p className={styles.stepNote}>{words.kiosk.waitingNote}</p>
      </div>
    </KioskFrame>
  )
}

function Paper() {
  const [saved, setSaved] = useState(0)
  const openScreen = () => window.open('/survei/layar', 'survei', 'popup')
  return (
    <div className={styles.screen}>
      <ScreenTitle
        title={words.title}
        note={saved === 0 ? words.asks : words.saved(saved)}
        right={
          <span title={words.openScreenNote}>
            <Button onPress={openScreen}>{words.openScreen}</Button>
          </span>
        }
      />
      <SheetForm key={saved} onSaved={() => setSaved(saved + 1)} />
    </div>
  )
}
