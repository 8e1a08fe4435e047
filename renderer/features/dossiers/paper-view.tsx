import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { fileSize } from '#domain/indonesian-numbers.ts'
import { addressOfFile } from '../../lib/upload.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { TextLink } from '../../ui/button.tsx'
import { ImageView } from '../../ui/image-view.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './dossiers.module.css'
import { matchFacts } from './match-facts.ts'
import type { Fact } from './match-facts.ts'
import { paperFacts } from './request-facts.ts'
import type { Paper, PaperDocument } from './papers.ts'
import { useMomentWords } from './use-dossier.ts'

/** The paper chosen in the checklist, and under it what the application says. */
export function PaperView({ view, paper }: { view: DossierView; paper: Paper | undefined }) {
  const [old, setOld] = useState<string>()
  if (paper === undefined)
    return (
      <div className={styles.desk}>
        <EmptyState title={dossierWords.noRequirements}>{dossierWords.noRequirementsWhy}</EmptyState>
      </div>
    )
  const shown = old !== undefined && paper.before?.id === old ? paper.before : paper.document
  return (
    <div className={styles.desk}>
      <div className={styles.file}>
        {shown === null ? (
          <EmptyState title={paper.removed === null ? dossierWords.noFile : dossierWords.fileRemoved}>
            {paper.removed !== null && <RemovedTrace document={paper.removed} />}
            {view.workStage?.examines !== true ? dossierWords.noFileReadOnly : dossierWords.noFileWhy}
          </EmptyState>
        ) : (
          <DocumentView key={shown.id} document={shown} />
        )}
      </div>
      {paper.before !== null && (
        <p className={styles.versions}>
          {shown === paper.before ? (
            <>
              {dossierWords.oldVersion}
              {paper.before.checkNote !== null && `: ${paper.before.checkNote}`}.{' '}
              <TextLink onPress={() => setOld(undefined)}>{dossierWords.seeNew}</TextLink>
            </>
          ) : (
            <>
              {dossierWords.replaced(paper.before.fileName)}.{' '}
              <TextLink onPress={() => setOld(paper.before?.id)}>{dossierWords.seeOld}</TextLink>
            </>
          )}
        </p>
      )}
      <section className={styles.match} tabIndex={0} aria-label={dossierWords.match}>
        <h3 className={styles.matchTitle}>{dossierWords.match}</h3>
        <FactList
          facts={[
            ...matchFacts(view, paper.requirement),
            ...(paper.document === null ? [] : paperFacts(paper.document)),
          ]}
        />
      </section>
    </div>
  )
}

/** Who erased another person's file, when, why and with whose consent. */
function RemovedTrace({ document: { fileName, removed } }: { document: PaperDocument }) {
  const moment = useMomentWords()
  if (removed === null) return null
  return (
    <>
      {dossierWords.removedTrace(fileName, moment(removed.at), removed.by, removed.consentBy)}
      <br />
      {dossierWords.removedReason(removed.reason)}
      <br />
    </>
  )
}

/** A stored file, drawn by its kind. */
function DocumentView({ document }: { document: PaperDocument }) {
  const moment = useMomentWords()
  if (document.sha256 === null)
    return <EmptyState title={dossierWords.paperOnly}>{dossierWords.paperOnlyWhy}</EmptyState>
  return (
    <StoredFileView
      sha256={document.sha256}
      name={document.fileName}
      mediaType={document.mediaType}
      note={`${fileSize(document.sizeBytes)}, ${moment(document.uploadedAt)}`}
    />
  )
}

export function StoredFileView(props: { sha256: string; name: string; mediaType: string; note?: string }) {
  const url = addressOfFile(props.sha256)
  return props.mediaType === 'application/pdf' ? (
    <LazyPdfView url={url} title={props.name} />
  ) : (
    <ImageView url={url} name={props.name} {...(props.note === undefined ? {} : { note: props.note })} />
  )
}

/** Names at the left, values beside them. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.name} className={styles.fact}>
          <dt>{fact.name}</dt>
          <dd data-differs={fact.differs === true ? true : undefined}>
            {fact.value}
            {fact.note !== undefined && <span className={styles.factNote}>{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
