import { IconArrowBackUp, IconArrowDown, IconArrowRight, IconX } from '@tabler/icons-react'
import type { ProcedureStageView, ProcedureView } from '#contract/office-book.ts'
import { joinWords } from '#domain/indonesian.ts'
import { sayPattern } from '#domain/wording/number-pattern.ts'
import { officeBookWords } from '../../locales/office-book.ts'
import type { Icon } from '../../ui/button.tsx'
import { useRoving } from '../../ui/roving.ts'
import { VacancySection } from './vacancy-section.tsx'
import { BookFacts, BookSection, PaneTitle } from './book-section.tsx'
import styles from './book.module.css'

const words = officeBookWords.procedure

type Action = ProcedureStageView['actions'][number]

const isStepBack = ({ kind }: Action): boolean => kind === 'back' || kind === 'return-to-applicant'

// What the applicant or the system does is done by themselves.
const placeOf = ({ role, where }: ProcedureStageView): string | null =>
  role.toLowerCase() === where ? null : where

const stepsOf = ({ steps }: ProcedureStageView): string =>
  steps.length === 0 ? words.own : words.step(joinWords(steps.map(String)))

interface ProcedureDiagramProps {
  view: ProcedureView
  selected: string | undefined
  onSelect: (code: string) => void
}

/**
 * The procedure from top to bottom: an ordered list whose lines are drawn as boxes with arrows between them, so that it
 * reads the same to the eye and to a screen reader.
 */
export function ProcedureDiagram({ view, selected, onSelect }: ProcedureDiagramProps) {
  const keys = view.stages.map(({ code }) => code)
  const roving = useRoving({ keys, current: selected, onMove: onSelect, onActivate: onSelect })
  return (
    <div className={styles.scroll}>
      <p className={styles.summary}>{words.summary(view.source, view.limit)}</p>
      <ol className={styles.stages} aria-label={words.list}>
        {view.stages.map((stage, index) => (
          <li key={stage.code} className={styles.stage}>
            <button
              type="button"
              className={styles.box}
              data-optional={stage.optional ? true : undefined}
              aria-pressed={stage.code === selected}
              {...roving.rowProps(stage.code)}
              onClick={() => onSelect(stage.code)}
            >
              <span className={styles.boxStep}>{stepsOf(stage)}</span>
              <span className={styles.boxName}>{stage.label}</span>
              <span className={styles.boxMeta}>
                {[
                  stage.agency === null ? stage.role : `${stage.role} (${stage.agency})`,
                  placeOf(stage),
                  stage.limit,
                  stage.optional ? words.optional : null,
                  stage.vacancy === null ? null : words.passedNow,
                  stage.atIntake ? words.atIntake : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
            <StageArrows stage={stage} next={view.stages[index + 1]} />
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Where it goes from here: on to the box below without words, anywhere else by name. */
function StageArrows({ stage, next }: { stage: ProcedureStageView; next: ProcedureStageView | undefined }) {
  const onward = stage.actions.filter(({ kind }) => kind === 'forward').flatMap(({ to }) => to)
  const elsewhere = onward.filter((to) => to !== next?.label)
  const backward = [...new Set(stage.actions.filter(isStepBack).flatMap(({ to }) => to))]
  const refused = stage.actions.find(({ kind }) => kind === 'refuse')
  const marks: readonly (readonly [Icon, string])[] = [
    ...(elsewhere.length > 0 ? [[IconArrowRight, words.to(joinWords(elsewhere))] as const] : []),
    ...(backward.length > 0 ? [[IconArrowBackUp, words.back(joinWords(backward))] as const] : []),
    ...(refused ? [[IconX, words.refuse(joinWords(refused.to))] as const] : []),
  ]
  return (
    <div className={styles.arrows}>
      {onward.length > elsewhere.length && <IconArrowDown size={16} stroke={1.75} aria-hidden />}
      {marks.map(([Drawn, text]) => (
        <span key={text} className={styles.arrow}>
          <Drawn size={14} stroke={1.75} aria-hidden />
          {text}
        </span>
      ))}
    </div>
  )
}

/** One stage with every rule and where it comes from; nothing chosen: what holds of the whole. */
export function StagePane({ view, code }: { view: ProcedureView; code: string | undefined }) {
  const stage = view.stages.find((one) => one.code === code)
  if (stage === undefined)
    return (
      <>
        <PaneTitle>{words.choose}</PaneTitle>
        <div className={styles.reading} tabIndex={0} role="group" aria-label={words.choose}>
          <p className={styles.lead}>{words.chooseNote}</p>
          <BookSection title={words.series}>
            <BookFacts
              facts={view.series.map(({ label, pattern }) => [label, sayPattern(pattern)] as const)}
            />
          </BookSection>
          <BookSection title={words.delivery}>
            <p>{view.delivery}</p>
          </BookSection>
        </div>
      </>
    )
  const { facts } = words
  return (
    <>
      <PaneTitle>{stage.label}</PaneTitle>
      <div className={styles.reading} tabIndex={0} role="group" aria-label={stage.label}>
        <BookSection title={stepsOf(stage)}>
          <BookFacts
            facts={[
              [facts.role, stage.agency === null ? stage.role : `${stage.role} (${stage.agency})`],
              [facts.where, stage.where],
              [facts.condition, stage.condition],
              [facts.work, stage.work],
              [facts.limit, stage.limit ?? words.noLimit],
              [facts.clock, stage.clock],
              [facts.tells, stage.tells.length === 0 ? words.tellsNobody : joinWords(stage.tells)],
              [facts.publicLabel, stage.publicLabel],
              [
                facts.source,
                stage.steps.length === 0
                  ? words.sourceOwn
                  : words.sourceOf(view.source, joinWords(stage.steps.map(String))),
              ],
            ]}
          />
        </BookSection>
        {stage.passable && <VacancySection key={stage.code} stage={stage} />}
        <BookSection title={words.actions}>
          <ul className={styles.list}>
            {stage.actions.map((one) => (
              <li key={one.label}>
                <span className={styles.strong}>{one.label}</span>{' '}
                <span className={styles.quiet}>
                  {[one.to.length === 0 ? words.ends : words.to(joinWords(one.to)), ...one.notes].join('; ')}
                </span>
              </li>
            ))}
          </ul>
        </BookSection>
      </div>
    </>
  )
}
