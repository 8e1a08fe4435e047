import type { RouteView } from '#contract/intake.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Banner } from '../../ui/banner.tsx'
import styles from './permit.module.css'

/** A permit that is filed elsewhere: why, what is done there, and what to have at hand. The slip says the same. */
export function RouteNotice({ route }: { route: RouteView }) {
  return (
    <div className={styles.route}>
      <Banner framed tone="amber" title={words.elsewhere(route.destination)}>
        {route.reason}
      </Banner>
      <div className={styles.routeColumns}>
        <section aria-label={words.routeSteps}>
          <h3>{words.routeSteps}</h3>
          <ol>
            {route.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <section aria-label={words.routeBring}>
          <h3>{words.routeBring}</h3>
          <ul>
            {route.bring.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <h3>{words.routeAddress}</h3>
          <p className={styles.address}>{route.address}</p>
        </section>
      </div>
    </div>
  )
}
