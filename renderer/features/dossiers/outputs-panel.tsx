import { IconFilePlus } from '@tabler/icons-react'
import type { DossierView } from '#contract/dossier.ts'
import { joinWords, longDate } from '#domain/indonesian.ts'
import { outputLabel } from '#domain/wording/application.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './dossiers.module.css'

type Output = DossierView['outputs'][number]

interface OutputsPanelProps {
  view: DossierView
  onRecord: () => void
  onFile: (sha256: string) => void
}

/** What those who examined it left behind, and the button to record it at the stage that must. */
export function OutputsPanel({ view, onRecord, onFile }: OutputsPanelProps) {
  const { outputs, outputsAsked } = view
  if (outputsAsked === null && outputs.length === 0) return null
  const kinds = outputsAsked?.kinds.map(outputLabel) ?? []
  const asked = outputsAsked?.mode === 'any' ? kinds.join(' atau ') : joinWords(kinds)
  return (
    <section className={styles.outputs} aria-label={dossierWords.outputs}>
      <PanelHead title={dossierWords.outputs} dense line />
      <div className={styles.outputsBody}>
        {outputs.map((output) => (
          <OutputLine key={output.id} output={output} onFile={onFile} />
        ))}
        {outputsAsked !== null && (
          <>
            {outputs.length === 0 && (
              <p className={styles.quiet}>
                {dossierWords.outputsNone} {dossierWords.outputsAsked(asked, outputsAsked.mode)}.
              </p>
            )}
            <div>
              <Button size="row" icon={IconFilePlus} onPress={onRecord}>
                {outputs.length === 0 ? dossierWords.record : dossierWords.recordAgain}
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  )
}

const sentenceCase = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

export function OutputLine({ output, onFile }: { output: Output; onFile: (sha256: string) => void }) {
  const facts = [
    output.number === null ? null : dossierWords.numbered(output.number),
    dossierWords.of(longDate(output.date)),
    output.decidedBy === null ? null : dossierWords.by(output.decidedBy),
  ].filter((one) => one !== null)
  return (
    <div className={styles.output}>
      <span className={styles.outputHead}>
        <span className={styles.outputName}>{sentenceCase(outputLabel(output.kind))}</span>
        {output.outcome === 'recommended' && (
          <StatusMark meaning="done">{dossierWords.recommended}</StatusMark>
        )}
        {output.outcome === 'not-recommended' && (
          <StatusMark meaning="refused">{dossierWords.notRecommended}</StatusMark>
        )}
      </span>
      <span className={styles.quiet}>{facts.join(', ')}</span>
      {output.note !== null && <span className={styles.outputNote}>{output.note}</span>}
      {output.fileSha256 !== null && (
        <span>
          <TextLink onPress={() => onFile(output.fileSha256 ?? '')}>{dossierWords.openFile}</TextLink>
        </span>
      )}
    </div>
  )
}
