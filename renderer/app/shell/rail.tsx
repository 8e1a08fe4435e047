import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Fragment } from 'react'
import { Link } from 'wouter'
import { figure } from '../../lib/format.ts'
import { shellWords } from '../../locales/shell.ts'
import { inRail, railGroups, screenAt, screenKey } from '../screens.ts'
import type { Screen } from '../screens.ts'
import styles from './shell.module.css'

interface RailProps {
  screens: readonly Screen[]
  path: string
  /** undefined: not known yet or failed, drawn as a dash. */
  counts: Readonly<Record<NonNullable<Screen['count']>, number>> | undefined
}

/** The screens of this role; icons with tooltips where the window is narrow. */
export function Rail({ screens, path, counts }: RailProps) {
  const narrow = useMediaQuery('(width < 1366px)', false)
  const current = screenAt(path, screens)
  const numbered = inRail(screens)
  return (
    <nav className={styles.rail} aria-label={shellWords.rail}>
      {railGroups(screens).map((group, index) => (
        <Fragment key={group[0]?.key}>
          {index > 0 && <div className={styles.apart} />}
          {group.map((screen) => (
            <Tooltip
              key={screen.key}
              label={shellWords.screens[screen.key]}
              position="right"
              disabled={!narrow}
            >
              <Link
                href={screen.path}
                className={styles.item}
                aria-keyshortcuts={
                  numbered.includes(screen) ? screenKey(numbered.indexOf(screen)) : screen.keys
                }
                aria-current={screen.key === current?.key ? 'page' : undefined}
              >
                <screen.icon size={18} stroke={screen.key === current?.key ? 2 : 1.75} aria-hidden />
                <span className={styles.itemName}>{shellWords.screens[screen.key]}</span>
                <RailEnd screen={screen} counts={counts} />
              </Link>
            </Tooltip>
          ))}
        </Fragment>
      ))}
    </nav>
  )
}

function RailEnd({ screen, counts }: { screen: Screen; counts: RailProps['counts'] }) {
  if (screen.count !== undefined)
    return <span className={styles.itemCount}>{figure(counts?.[screen.count])}</span>
  // The key is also in the strip; here it only reminds.
  return screen.keys === undefined ? null : (
    <span className={styles.itemCount} aria-hidden>
      {screen.keys}
    </span>
  )
}
