import { lazy } from 'react'
import type { ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { shellWords } from '../locales/shell.ts'
import { EmptyState } from '../ui/states.tsx'
import type { Screen } from './screens.ts'

/**
 * The screen behind each address, loaded when it is first opened:
 * `intake: lazy(async () => ({ default: (await import('../features/intake/intake-screen.tsx')).IntakeScreen }))`.
 */
const components: Partial<Record<Screen['key'], ComponentType>> = {
  home: lazy(async () => ({ default: (await import('../features/home/home-screen.tsx')).HomeScreen })),
  intake: lazy(async () => ({
    default: (await import('../features/intake/intake-screen.tsx')).IntakeScreen,
  })),
  dossiers: lazy(async () => ({
    default: (await import('../features/dossiers/dossiers-screen.tsx')).DossiersScreen,
  })),
  agenda: lazy(async () => ({
    default: (await import('../features/agenda/agenda-screen.tsx')).AgendaScreen,
  })),
  handover: lazy(async () => ({
    default: (await import('../features/handover/handover-screen.tsx')).HandoverScreen,
  })),
  printing: lazy(async () => ({
    default: (await import('../features/print-desk/printing-screens.tsx')).PrintingScreens,
  })),
  reports: lazy(async () => ({
    default: (await import('../features/reports/reports-screen.tsx')).ReportsScreen,
  })),
  information: lazy(async () => ({
    default: (await import('../features/information/information-screen.tsx')).InformationScreen,
  })),
  notices: lazy(async () => ({
    default: (await import('../features/notices/notices-screen.tsx')).NoticesScreen,
  })),
  portal: lazy(async () => ({
    default: (await import('../features/portal/portal-screen.tsx')).PortalScreen,
  })),
  mails: lazy(async () => ({
    default: (await import('../features/mails/mails-screen.tsx')).MailsScreen,
  })),
  survey: lazy(async () => ({
    default: (await import('../features/survey/survey-screen.tsx')).SurveyScreen,
  })),
  complaints: lazy(async () => ({
    default: (await import('../features/complaints/complaints-screen.tsx')).ComplaintsScreen,
  })),
  dispatch: lazy(async () => ({
    default: (await import('../features/dispatch/dispatch-screen.tsx')).DispatchScreen,
  })),
  wall: lazy(async () => ({
    default: (await import('../features/home/wall-screen.tsx')).WallScreen,
  })),
  deputies: lazy(async () => ({
    default: (await import('../features/settings/deputies-screen.tsx')).DeputiesScreen,
  })),
  settings: lazy(async () => ({
    default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
  })),
}

/** Draws the screen of the address; one that this role does not have is as unknown as one that does not exist. */
export function ScreenRoutes({ screens }: { screens: readonly Screen[] }) {
  return (
    <Switch>
      {screens.map(({ key, path }) => {
        const Drawn = components[key]
        return Drawn === undefined ? null : (
          <Route key={key} path={path} nest={path !== '/'}>
            <Drawn />
          </Route>
        )
      })}
      <Route>
        <EmptyState title={shellWords.unknownScreen}>{shellWords.unknownScreenAction}</EmptyState>
      </Route>
    </Switch>
  )
}
