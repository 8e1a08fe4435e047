import { IconCamera, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { extensionOf } from '#domain/file-kind.ts'
import { fileSize } from '#domain/indonesian-numbers.ts'
import type { IntakeField } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { isFocusLost } from '../../lib/keyboard/focus.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button } from '../../ui/button.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { DocumentRow } from './document-row.tsx'
import styles from './documents.module.css'
import type { FormApi } from './form-api.ts'
import { PictureDialog } from './picture-dialog.tsx'
import type { Picture } from './picture-dialog.tsx'
import type { Outlook } from './use-outlook.ts'
import { assignFiles, officeUploads, paperOf, ruleOf } from './use-papers.ts'
import type { Papers, Requirement } from './use-papers.ts'
import { factsAsked } from './paper-facts.tsx'
import { MissingForms } from './missing-forms.tsx'
import { PaperViewer } from './paper-viewer.tsx'

export interface DocumentsSectionProps {
  api: FormApi
  outlook: Outlook
  papers: Papers
  pickerRef: React.RefObject<HTMLInputElement | null>
  onGo: (field: IntakeField) => void
}

/** The checklist: a file for each requirement, or a tick where the paper itself is enough. */
export function DocumentsSection({ api, outlook, papers, pickerRef, onGo }: DocumentsSectionProps) {
  const { uploads } = useOffice()
  const [picture, setPicture] = useState<Picture | null>(null)
  const [viewed, setViewed] = useState<Requirement | null>(null)
  // Put on the file window by *Ganti*: the next file chosen is for this requirement.
  const target = useRef<Requirement | null>(null)
  const { requirements } = outlook
  const lacking = requirements.filter(({ code, file }) => file && paperOf(api.form, code) === undefined)

  const take = async (requirement: Requirement, file: File) => {
    const taken = await papers.take(requirement, file)
    // The button that had the focus is gone with the empty row; a hand that went on meanwhile is left alone.
    if (!isFocusLost()) return
    onGo(taken ? nextAfter(requirement, requirements, api.form) : `documents.${requirement.code}`)
  }
  const bring = async (requirement: Requirement, file: File) => {
    if (!requirement.photo) return take(requirement, file)
    if (await papers.isPicture(requirement, file)) setPicture({ requirement, source: file })
  }
  const bringAll = (files: readonly File[]) => {
    const wanted = target.current
    target.current = null
    const [first] = files
    if (wanted !== null && first !== undefined) return void bring(wanted, first)
    assignFiles(files, lacking).forEach(({ requirement, file }) => void bring(requirement, file))
  }
  const openPicker = (requirement: Requirement | null) => {
    target.current = requirement
    pickerRef.current?.click()
  }
  const cameraTarget = lacking.find(({ photo }) => photo) ?? lacking[0]
  const officeRule = officeUploads(uploads)
  const kinds = officeRule.mediaTypes.map((type) => extensionOf(type).toUpperCase()).join(', ')
  return (
    <Panel label={words.documents}>
      <PanelHead
        title={words.documents}
        note={words.documentsNote(kinds, fileSize(uploads.maxBytes))}
        right={
          <>
            <MissingForms form={api.form} requirements={requirements} />
            {lacking.length > 0 && (
              <>
                {cameraTarget !== undefined && (
                  <Button
                    icon={IconCamera}
                    size="row"
                    label={words.cameraFor(cameraTarget.label)}
                    onPress={() => setPicture({ requirement: cameraTarget, source: 'camera' })}
                  >
                    {words.camera}
                  </Button>
                )}
                <Button icon={IconUpload} size="row" kbd="Ctrl+O" onPress={() => openPicker(null)}>
                  {words.chooseFiles}
                </Button>
              </>
            )}
          </>
        }
      />
      <input
        ref={pickerRef}
        type="file"
        className={styles.picker}
        tabIndex={-1}
        aria-hidden
        multiple
        accept={uploads.mediaTypes.join(',')}
        onChange={(event) => {
          bringAll([...(event.currentTarget.files ?? [])])
          // The same file may be chosen again after it was refused and mended.
          event.currentTarget.value = ''
        }}
      />
      {requirements.length === 0 ? (
        <NoRequirements chosen={api.form.permitTypeCode !== ''} waiting={!outlook.fits && !outlook.failed} />
      ) : (
        <table className={styles.table}>
          <colgroup>
            <col />
            <col className={styles.formColumn} />
            <col className={styles.sheetsColumn} />
            <col className={styles.fileColumn} />
            <col className={styles.actsColumn} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{words.requirement}</th>
              <th scope="col">{words.form}</th>
              <th scope="col" className={styles.right}>
                {words.sheets}
              </th>
              <th scope="col">{words.file}</th>
              <th scope="col">
                <span className="visually-hidden">{words.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {requirements.map((requirement) => (
              <DocumentRow
                key={requirement.code}
                api={api}
                requirement={requirement}
                document={paperOf(api.form, requirement.code)}
                state={papers.states.get(requirement.code)}
                sentence={api.sentence(`documents.${requirement.code}`)}
                papers={papers}
                officeRule={officeRule}
                accept={ruleOf(requirement).mediaTypes.join(',')}
                onFile={(file) => void bring(requirement, file)}
                onReplace={() => openPicker(requirement)}
                onView={() => setViewed(requirement)}
                onCamera={() => setPicture({ requirement, source: 'camera' })}
              />
            ))}
          </tbody>
        </table>
      )}
      <PictureDialog
        picture={picture}
        onPicture={setPicture}
        onReady={(requirement, file) => {
          setPicture(null)
          void take(requirement, file)
        }}
      />
      <PaperViewer
        label={viewed?.label ?? ''}
        document={viewed === null ? undefined : paperOf(api.form, viewed.code)}
        onClose={() => setViewed(null)}
      />
    </Panel>
  )
}

/** Where the hand goes on: what is written down of this paper, else the next one that is lacking. */
function nextAfter(
  requirement: Requirement,
  requirements: readonly Requirement[],
  form: IntakeForm,
): IntakeField {
  const [fact] = factsAsked(requirement)
  if (fact !== undefined) return `papers.${requirement.code}.${fact}`
  const later = requirements.slice(requirements.indexOf(requirement) + 1)
  const next = later.find(({ code }) => paperOf(form, code) === undefined)
  return `documents.${(next ?? requirement).code}`
}

function NoRequirements({ chosen, waiting }: { chosen: boolean; waiting: boolean }) {
  if (chosen && waiting) return <SkeletonRows rows={5} widths={[240, 60, 20, 180]} height={34} />
  return (
    <EmptyState top title={chosen ? words.noRequirements : words.chooseTypeFirst}>
      {chosen ? words.noRequirementsNote : words.chooseTypeFirstNote}
    </EmptyState>
  )
}
