import { IconCheck, IconExclamationMark } from '@tabler/icons-react'
import { uiWords } from '../locales/ui.ts'
import styles from './step-rail.module.css'

export interface Step {
  key: string
  name: string
  /** `refused` wins over `done`: something in it must be mended. */
  state: 'open' | 'done' | 'refused'
  /** A few words: `4 dari 5`, `1 perlu dibetulkan`. */
  note?: string
}

/** The parts of a long form, which of them are done, and how many fields of each must be mended. */
export function StepRail(props: { steps: readonly Step[]; current: string; onGo: (key: string) => void }) {
  return (
    <nav aria-label={uiWords.steps}>
      <ol className={styles.rail}>
        {props.steps.map((step, index) => (
          <li key={step.key} className={styles.step}>
            <button
              type="button"
              className={styles.button}
              data-state={step.state}
              aria-current={step.key === props.current ? 'step' : undefined}
              onClick={() => props.onGo(step.key)}
            >
              <span className={styles.number} aria-hidden>
                {step.state === 'done' && step.key !== props.current && <IconCheck size={14} stroke={2} />}
                {step.state === 'refused' && step.key !== props.current && (
                  <IconExclamationMark size={14} stroke={2} />
                )}
                {(step.state === 'open' || step.key === props.current) && index + 1}
              </span>
              <span className={styles.name}>{step.name}</span>
              {step.note !== undefined && (
                <span className={step.state === 'refused' ? styles.wrong : undefined}>{step.note}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
