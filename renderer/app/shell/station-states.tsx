import { IconCloudCheck, IconCloudOff, IconCloudUp, IconPrinter, IconPrinterOff } from '@tabler/icons-react'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import type { StationView } from '../../lib/api-types.ts'
import { figure } from '../../lib/format.ts'
import { shellWords } from '../../locales/shell.ts'
import type { Icon } from '../../ui/button.tsx'
import styles from './shell.module.css'

interface State {
  key: string
  icon: Icon
  words: string
  /** One word, beside a state that needs the room. */
  word: string
  /** A figure or a time, where the window is narrow. */
  short: string
  amber: boolean
}

/** Portal, printers and what has not gone out yet: quiet while all is well, amber where someone should look. */
export function StationStates({ station, zone }: { station: StationView; zone: string }) {
  const states = statesOf(station, zone)
  const crowded = states.some(({ amber }) => amber)
  return (
    <ul className={styles.states} aria-label={shellWords.states}>
      {states.map((state) => (
        <li
          key={state.key}
          className={styles.state}
          data-tone={state.amber ? 'amber' : undefined}
          title={state.words}
        >
          <state.icon size={18} stroke={state.amber ? 2 : 1.75} aria-hidden />
          <span className={styles.stateLong}>{crowded && !state.amber ? state.word : state.words}</span>
          <span className={styles.stateShort} aria-hidden>
            {state.short}
          </span>
        </li>
      ))}
    </ul>
  )
}

function statesOf({ portal, printers, unsent }: StationView, zone: string): State[] {
  const since = portal.since === null ? '' : clockTime(officeTimeOf(portal.since, zone))
  const offline = portal.state === 'offline'
  const { trouble } = printers
  const states: State[] = [
    {
      key: 'portal',
      icon: offline ? IconCloudOff : IconCloudCheck,
      words: offline ? shellWords.portalOffline(since) : shellWords.portalConnected,
      word: shellWords.portalWord,
      short: offline ? since : '',
      amber: offline,
    },
    {
      key: 'printers',
      icon: trouble === null ? IconPrinter : IconPrinterOff,
      words: printerWords(printers),
      word: shellWords.printersWord,
      short: trouble === null ? figure(printers.ready) : trouble.what,
      amber: trouble !== null || printers.ready === 0,
    },
    {
      key: 'unsent',
      icon: IconCloudUp,
      words: unsent === 0 ? shellWords.allSent : shellWords.unsent(figure(unsent)),
      word: shellWords.sentWord,
      short: unsent === 0 ? '' : figure(unsent),
      amber: unsent > 0 && offline,
    },
  ]
  return portal.state === 'unused' ? states.filter((state) => state.key === 'printers') : states
}

function printerWords({ ready, trouble }: StationView['printers']): string {
  if (trouble !== null) return shellWords.printerTrouble(trouble.printer, trouble.what)
  return ready === 0 ? shellWords.printersNone : shellWords.printersReady(figure(ready))
}
