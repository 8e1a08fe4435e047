import { useState } from 'react'
import type { IntakeDocument, IntakeForm } from '#domain/intake-form.ts'
import { mediaTypes } from '#domain/file-kind.ts'
import { checkUpload } from '#domain/upload-rule.ts'
import type { UploadRefusal, UploadRule } from '#domain/upload-rule.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import type { IntakeOutlook } from '#contract/intake.ts'
import { uploadFile } from '../../lib/upload.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { shrinkImage } from './shrink-image.ts'

export type Requirement = IntakeOutlook['requirements'][number]

/** A file on its way, or one that was not taken. */
export type PaperState =
  | { readonly kind: 'storing'; readonly name: string; readonly sizeBytes: number }
  | {
      readonly kind: 'refused'
      readonly sentence: string
      /** A picture that is only too large can be made smaller here. */
      readonly shrinkable: File | null
    }

export interface Papers {
  readonly states: ReadonlyMap<string, PaperState>
  /** Takes a file for a requirement; it replaces what was there. False: the row says why it was not taken. */
  take(requirement: Requirement, file: File): Promise<boolean>
  /** Whether this is a picture that can be cut to size; if not, the row says why. */
  isPicture(requirement: Requirement, file: File): Promise<boolean>
  shrink(requirement: Requirement, file: File): Promise<void>
  tickPaper(requirement: Requirement, seen: boolean): void
  remove(code: string): void
}

type Update = (next: (before: readonly IntakeDocument[]) => readonly IntakeDocument[]) => void

/** The papers of the checklist: stored as soon as they are chosen, so that a crash loses none of them. */
export function usePapers(update: Update): Papers {
  const [states, setStates] = useState<ReadonlyMap<string, PaperState>>(new Map())
  const tell = (code: string, state: PaperState | null) =>
    setStates((before) => {
      const next = new Map(before)
      if (state === null) next.delete(code)
      else next.set(code, state)
      return next
    })
  const put = (document: IntakeDocument) =>
    update((before) => [
      ...before.filter(({ requirementCode }) => requirementCode !== document.requirementCode),
      document,
    ])
  const refused = (refusal: UploadRefusal, file: File): PaperState => ({
    kind: 'refused',
    sentence: sayRefusal(refusal),
    shrinkable: refusal.code === 'file-too-large' && refusal.isImage ? file : null,
  })

  const take = async (requirement: Requirement, file: File) => {
    const { code } = requirement
    tell(code, { kind: 'storing', name: file.name, sizeBytes: file.size })
    try {
      const stored = await uploadFile(file, file.name, ruleOf(requirement))
      if (stored.ok) put({ requirementCode: code, fileName: file.name, ...stored.value })
      tell(code, stored.ok ? null : refused(stored.refusal, file))
      return stored.ok
    } catch {
      tell(code, { kind: 'refused', sentence: words.storingFailed(file.name), shrinkable: null })
      return false
    }
  }
  const isPicture = async (requirement: Requirement, file: File): Promise<boolean> => {
    const { code } = requirement
    // Cutting makes it small, so its size is not asked for here.
    const rule = { ...ruleOf(requirement), maxBytes: Number.MAX_SAFE_INTEGER }
    const checked = checkUpload(new Uint8Array(await file.arrayBuffer()), file.name, rule)
    tell(code, checked.ok ? null : refused(checked.refusal, file))
    return checked.ok
  }
  return {
    states,
    take,
    isPicture,
    shrink: async (requirement, file) => {
      tell(requirement.code, { kind: 'storing', name: file.name, sizeBytes: file.size })
      const smaller = await shrinkImage(file, requirement.upload.maxBytes).catch(() => null)
      if (smaller !== null) return void (await take(requirement, smaller))
      tell(requirement.code, {
        kind: 'refused',
        sentence: words.shrinkFailed(file.name),
        shrinkable: null,
      })
    },
    tickPaper: ({ code }, seen) =>
      seen
        ? put({ requirementCode: code, sha256: null, fileName: '', mediaType: '', sizeBytes: 0 })
        : update((before) => before.filter(({ requirementCode }) => requirementCode !== code)),
    remove: (code) => {
      tell(code, null)
      update((before) => before.filter(({ requirementCode }) => requirementCode !== code))
    },
  }
}

/** What is taken for a requirement; a photo is a picture. */
export function ruleOf({ upload, photo }: Requirement): UploadRule {
  return {
    ...upload,
    mediaTypes: upload.mediaTypes.filter((type) => !(photo && type === 'application/pdf')),
  }
}

/** What the office takes where a requirement says nothing of its own. */
export const officeUploads = (uploads: {
  readonly mediaTypes: readonly string[]
  readonly maxBytes: number
}): UploadRule => ({
  maxBytes: uploads.maxBytes,
  mediaTypes: mediaTypes.filter((type) => uploads.mediaTypes.includes(type)),
  minSize: null,
})

/** The document of a requirement, if there is one. */
export const paperOf = (form: IntakeForm, code: string): IntakeDocument | undefined =>
  form.documents.find(({ requirementCode }) => requirementCode === code)

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)

/**
 * Which of several files goes where: to the requirement whose name a word of the file name is part of,
 * the others in the order of the list.
 */
export function assignFiles(
  files: readonly File[],
  lacking: readonly Requirement[],
): readonly { readonly requirement: Requirement; readonly file: File }[] {
  const free = [...lacking]
  const takeAt = (index: number) => free.splice(index, 1)[0]
  const named = files.map((file) => {
    const own = wordsOf(file.name.replace(/\.[^.]*$/, ''))
    const index = free.findIndex(({ code, label }) =>
      wordsOf(`${code} ${label}`).some((word) => own.includes(word)),
    )
    return { file, requirement: index < 0 ? undefined : takeAt(index) }
  })
  return named.flatMap(({ file, requirement }) => {
    const place = requirement ?? takeAt(0)
    return place === undefined ? [] : [{ file, requirement: place }]
  })
}
