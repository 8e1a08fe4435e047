import { IconCamera, IconCircleCheck, IconEye, IconRefresh, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { extensionOf } from '#domain/file-kind.ts'
import { fileSize } from '#domain/indonesian-numbers.ts'
import type { IntakeDocument } from '#domain/intake-form.ts'
import type { UploadRule } from '#domain/upload-rule.ts'
import { figure } from '../../lib/format.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button, IconButton, TextLink } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './documents.module.css'
import type { FormApi } from './form-api.ts'
import { factsAsked, PaperFacts } from './paper-facts.tsx'
import type { Papers, PaperState, Requirement } from './use-papers.ts'

export interface DocumentRowProps {
  api: FormApi
  requirement: Requirement
  document: IntakeDocument | undefined
  state: PaperState | undefined
  /** What saving says of it. */
  sentence: string | undefined
  papers: Papers
  /** The office's rule for files, beside which only the differences are told. */
  officeRule: UploadRule
  accept: string
  onFile: (file: File) => void
  onReplace: () => void
  onView: () => void
  onCamera: () => void
}

/** One requirement: what is asked, and what there is of it. */
export function DocumentRow(props: DocumentRowProps) {
  const { api, requirement, document, state } = props
  const notes = notesOf(requirement, props.officeRule)
  const there = document !== undefined && state === undefined
  const typed = api.form.papers.find((one) => one.requirementCode === requirement.code)
  const [opened, setOpened] = useState(typed?.kept === true)
  const told = there && (opened || factsAsked(requirement).length > 0)
  return (
    <>
      <tr data-field={`documents.${requirement.code}`} data-told={told ? true : undefined}>
        <td>
          <span className={styles.label}>{requirement.label}</span>
          {notes !== '' && <span className={styles.age}>{notes}</span>}
        </td>
        <td>
          {there && !told ? (
            <TextLink
              onPress={() => setOpened(true)}
              label={words.writeForm(words.forms[requirement.form], requirement.label)}
            >
              {words.forms[requirement.form]}
            </TextLink>
          ) : (
            words.forms[typed?.form || requirement.form]
          )}
        </td>
        <td className={styles.right}>{figure(requirement.count)}</td>
        <td colSpan={there ? 1 : 2}>
          <Content {...props} />
        </td>
        {there && (
          <td>
            <Acts {...props} document={document} />
          </td>
        )}
      </tr>
      {told && (
        <tr>
          <td colSpan={5}>
            <PaperFacts api={api} requirement={requirement} />
          </td>
        </tr>
      )}
    </>
  )
}

/** What this requirement asks beyond the office's rule: how old, which kinds of file, how large a picture. */
function notesOf({ maxAgeDays, upload, photo }: Requirement, office: UploadRule): string {
  const kinds = (rule: Pick<UploadRule, 'mediaTypes'>) =>
    rule.mediaTypes.map((type) => extensionOf(type).toUpperCase()).join(', ')
  const { minSize } = upload
  return [
    ...(maxAgeDays === null ? [] : [words.maxAge(figure(maxAgeDays))]),
    ...(photo || kinds(upload) === kinds(office) ? [] : [kinds(upload)]),
    ...(upload.maxBytes === office.maxBytes ? [] : [words.atMost(fileSize(upload.maxBytes))]),
    ...(minSize === null ? [] : [words.atLeast(figure(minSize.widthPx), figure(minSize.heightPx))]),
  ].join('; ')
}

function Content({
  requirement,
  document,
  state,
  sentence,
  papers,
  accept,
  onFile,
  onCamera,
}: DocumentRowProps) {
  if (state?.kind === 'storing')
    return <StatusMark meaning="working">{words.storing(state.name, fileSize(state.sizeBytes))}</StatusMark>
  if (document !== undefined && state === undefined)
    return document.sha256 === null ? (
      <PaperTick requirement={requirement} papers={papers} seen />
    ) : (
      <span className={styles.file}>
        <IconCircleCheck size={16} stroke={2} aria-hidden />
        <span className={styles.name} title={document.fileName}>
          {document.fileName}
        </span>
        <span className={styles.size}>{fileSize(document.sizeBytes)}</span>
      </span>
    )
  return (
    <div className={styles.stack}>
      {!requirement.file && <PaperTick requirement={requirement} papers={papers} seen={false} />}
      <div className={styles.lacking}>
        <FileDrop
          label={requirement.label}
          accept={accept}
          error={state?.kind === 'refused' ? state.sentence : sentence}
          onFiles={([file]) => {
            if (file !== undefined) onFile(file)
          }}
        >
          {requirement.photo ? words.dropPhoto : words.dropHere}
        </FileDrop>
        {requirement.photo && (
          <IconButton icon={IconCamera} label={words.cameraFor(requirement.label)} onPress={onCamera} />
        )}
      </div>
      {state?.kind === 'refused' && state.shrinkable !== null && (
        <div>
          <ShrinkButton requirement={requirement} file={state.shrinkable} papers={papers} />
        </div>
      )}
    </div>
  )
}

function ShrinkButton(props: { requirement: Requirement; file: File; papers: Papers }) {
  return (
    <Button size="row" onPress={() => void props.papers.shrink(props.requirement, props.file)}>
      {words.shrink}
    </Button>
  )
}

function PaperTick(props: { requirement: Requirement; papers: Papers; seen: boolean }) {
  return (
    <CheckboxField
      label={words.paperSeen}
      checked={props.seen}
      onChange={(seen) => props.papers.tickPaper(props.requirement, seen)}
    />
  )
}

function Acts(props: DocumentRowProps & { document: IntakeDocument }) {
  const { requirement, document } = props
  return (
    <span className={styles.buttons}>
      {document.sha256 !== null && (
        <IconButton icon={IconEye} label={words.view(requirement.label)} onPress={props.onView} />
      )}
      <IconButton icon={IconRefresh} label={words.replace(requirement.label)} onPress={props.onReplace} />
      <IconButton
        icon={IconX}
        label={words.remove(requirement.label)}
        onPress={() => props.papers.remove(requirement.code)}
      />
    </span>
  )
}
