import { emptyOldBook } from '#domain/old-book-form.ts'
import { figure } from '../../lib/format.ts'
import { collectiveWords } from '../../locales/collective.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { lateWords } from '../../locales/late-entry.ts'
import { Button } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { FilerChoice } from './filer-choice.tsx'
import styles from './intake.module.css'
import type { DeskForm } from './use-desk-form.ts'

interface IntakeTitleProps {
  desk: DeskForm
  onPreview: () => void
}

/** The head of the screen: whether it is a late entry, and who brings the dossier. */
export function IntakeTitle({ desk, onPreview }: IntakeTitleProps) {
  const { bringing, isLate, book, state, setGoal } = desk
  const { collective } = bringing
  const isLateWork = isLate || book !== null
  return (
    <ScreenTitle
      title={isLateWork ? lateWords.title : words.title}
      right={
        <>
          {collective.id !== null && (
            <span className={styles.previewButton}>
              <Button size="row" onPress={() => bringing.show('list')}>
                {collectiveWords.showList(figure(collective.filing?.rows.length ?? 0))}
              </Button>
            </span>
          )}
          <span className={collective.id === null ? styles.previewButton : undefined}>
            <Button size="row" onPress={onPreview}>
              {words.previewOpen}
            </Button>
          </span>
          <Button
            rank="tertiary"
            size="row"
            onPress={() => {
              state.change({ lateEntry: !isLateWork, oldBook: null })
              if (!isLateWork) setGoal('lateDay')
            }}
          >
            {isLateWork ? lateWords.close : lateWords.open}
          </Button>
          <FilerChoice
            filer={bringing.filer}
            onFiler={(next) => {
              bringing.choose(next)
              if (next === 'representative') setGoal('representativeName')
            }}
          />
        </>
      }
    />
  )
}

/** Which kind of late entry: an application that came on paper, or one that has been on its way for long. */
export const lateChoice = (desk: DeskForm) => ({
  current: desk.book ? ('running' as const) : ('application' as const),
  onApplication: () => desk.state.change({ lateEntry: true, oldBook: null }),
  onRunning: () => desk.state.change({ lateEntry: false, oldBook: emptyOldBook }),
})
