import { createHash } from 'node:crypto'
import type {
  PortalAccount,
  PortalApplicant,
  PortalApplication,
  PortalDocument,
  PortalMessage,
} from '#adapters/portal/wire-entities.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { verificationCode } from '#domain/verification-code.ts'
import { passwordHash } from './accounts.ts'
import type { OfficeWords } from './office-words.ts'
import type { Portal } from './portal.ts'

/** What an applicant may not do, in a sentence for the page. */
export type Refused = { readonly refused: string }
export type Done<T> = { readonly done: T } | Refused

const refused = (sentence: string): Refused => ({ refused: sentence })

export interface AccountRequest {
  readonly nik: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly password: string
}

/**
 * Asks for an account. It is open at once where the office does not approve accounts; else, and whenever the counter
 * already knows the NIK, the office looks at the identity first and the password comes by mail.
 */
export function requestAccount(
  portal: Portal,
  asked: AccountRequest,
  officeApproves: boolean,
): Done<PortalAccount> {
  const { store } = portal
  if (!/^\d{16}$/.test(asked.nik)) return refused('NIK terdiri atas 16 angka.')
  if (!asked.email.includes('@')) return refused('Alamat e-mail tidak benar.')
  if (asked.name.trim() === '' || asked.phone.trim() === '') return refused('Nama dan telepon harus diisi.')
  const twin = store
    .entities('account')
    .map((one) => one.data as PortalAccount)
    .find(
      (one) => one.status !== 'refused' && (one.nik === asked.nik || one.email === asked.email.toLowerCase()),
    )
  if (twin) return refused('NIK atau e-mail ini sudah mempunyai akun.')
  const known = applicantOfNik(portal, asked.nik)
  const isOpen = !officeApproves && known === null
  if (isOpen && asked.password.length < 8) return refused('Kata sandi paling sedikit 8 huruf.')
  const account: PortalAccount = {
    id: portal.newId(),
    applicantId: known?.id ?? null,
    nik: asked.nik,
    name: asked.name.trim(),
    email: asked.email.toLowerCase(),
    phone: asked.phone.trim(),
    status: isOpen ? 'approved' : 'requested',
    reason: null,
    requestedAt: portal.instant(),
  }
  portal.change(() => {
    store.put('account', account.id, account, portal.instant())
    if (isOpen) {
      store.addLogin({
        accountId: account.id,
        email: account.email,
        passwordHash: passwordHash(asked.password),
      })
    }
  })
  return { done: account }
}

function applicantOfNik(portal: Portal, nik: string): PortalApplicant | null {
  const found = portal.store.entities('applicant').find((one) => one.data['nik'] === nik)
  return found ? (found.data as PortalApplicant) : null
}

/** What an applicant tells of themselves; identity and names are the office's after the first accepted application. */
export type ProfileFields = Partial<
  Pick<
    PortalApplicant,
    | 'name'
    | 'nameOnPermit'
    | 'birthPlace'
    | 'birthDate'
    | 'sex'
    | 'religion'
    | 'maritalStatus'
    | 'addressKtp'
    | 'addressDomicile'
    | 'rtRw'
    | 'village'
    | 'district'
    | 'phone'
    | 'email'
    | 'occupation'
    | 'almaMater'
    | 'graduationYear'
    | 'photoSha256'
  >
>

const officesAfterAcceptance = ['name', 'nameOnPermit', 'birthPlace', 'birthDate', 'sex'] as const

const hasAccepted = (portal: Portal, applicantId: string): boolean =>
  portal.store
    .entities('application')
    .some((one) => one.data['applicantId'] === applicantId && one.data['acceptedAt'] !== null)

/** Fills or changes the applicant's profile; the first time makes the applicant and ties the account to it. */
export function saveProfile(
  portal: Portal,
  account: PortalAccount,
  fields: ProfileFields,
): Done<PortalApplicant> {
  const { store } = portal
  const current = account.applicantId === null ? null : store.entity('applicant', account.applicantId)
  const before = current ? (current.data as PortalApplicant) : emptyApplicant(portal, account)
  if (current && hasAccepted(portal, current.id)) {
    const moved = officesAfterAcceptance.find((field) => field in fields && fields[field] !== before[field])
    if (moved !== undefined) return refused('Nama dan data kelahiran hanya dapat diubah oleh kantor.')
  }
  const applicant: PortalApplicant = { ...before, ...fields }
  portal.change(() => {
    store.put('applicant', applicant.id, applicant, portal.instant())
    if (account.applicantId !== applicant.id) {
      store.put('account', account.id, { ...account, applicantId: applicant.id }, portal.instant())
    }
  })
  return { done: applicant }
}

const emptyApplicant = (portal: Portal, account: PortalAccount): PortalApplicant => ({
  id: portal.newId(),
  kind: 'person',
  nik: account.nik,
  name: account.name,
  nameOnPermit: null,
  identity: { kind: 'ktp', number: account.nik, validUntil: null },
  citizenship: 'ID',
  birthPlace: null,
  birthDate: null,
  sex: null,
  religion: null,
  maritalStatus: null,
  addressKtp: null,
  addressDomicile: null,
  rtRw: null,
  village: null,
  district: null,
  phone: account.phone,
  email: account.email,
  occupation: null,
  almaMater: null,
  graduationYear: null,
  photoSha256: null,
  company: null,
})

/** The part of an application that is the applicant's before acceptance and while it is returned. */
export type OwnFields = Pick<
  PortalApplication,
  'facility' | 'schedule' | 'otherPermits' | 'str' | 'technical'
>

export interface ApplicationRequest extends OwnFields {
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly practiceOrdinal: 1 | 2 | 3 | null
  readonly targetPermitNumber: string | null
  readonly reasonCode: string | null
}

/** Begins an application: a draft that the counter sees once it is submitted. */
export function startApplication(
  portal: Portal,
  { office, stage }: OfficeWords,
  applicantId: string,
  asked: ApplicationRequest,
): PortalApplication {
  const { stageTable, officeCode } = office.profile
  const application: PortalApplication = {
    ...asked,
    id: portal.newId(),
    registrationNumber: null,
    applicantId,
    targetPermitId: null,
    effectiveOn: null,
    representative: null,
    channel: 'online',
    submittedAt: null,
    acceptedAt: null,
    dueOn: null,
    clock: 'off',
    officeCode,
    workflowCode: stageTable.code,
    trackingCode: verificationCode(portal.randomBytes(16)),
    stage: stageTable.start,
    stageLabel: stage(stageTable.start),
    status: 'draft',
    note: null,
  }
  portal.change(() => portal.store.put('application', application.id, application, portal.instant()))
  return application
}

const isApplicants = ({ status, channel, acceptedAt }: PortalApplication): boolean =>
  channel === 'online' &&
  (status === 'returned' || (acceptedAt === null && ['draft', 'submitted'].includes(status)))

function change(
  portal: Portal,
  id: string,
  allowed: (application: PortalApplication) => boolean,
  sentence: string,
  next: (application: PortalApplication) => PortalApplication,
): Done<PortalApplication> {
  return portal.change(() => {
    const current = portal.store.entity('application', id)?.data as PortalApplication | undefined
    if (!current || !allowed(current)) return refused(sentence)
    const application = next(current)
    portal.store.put('application', id, application, portal.instant())
    return { done: application }
  })
}

export const editApplication = (
  portal: Portal,
  id: string,
  fields: Partial<OwnFields>,
): Done<PortalApplication> =>
  change(
    portal,
    id,
    isApplicants,
    'Permohonan sedang diproses kantor dan tidak dapat diubah.',
    (current) => ({
      ...current,
      ...fields,
    }),
  )

/** `draft` or `returned` → `submitted`. */
export const submitApplication = (portal: Portal, id: string): Done<PortalApplication> =>
  change(
    portal,
    id,
    ({ status, channel }) => channel === 'online' && (status === 'draft' || status === 'returned'),
    'Permohonan ini sudah dikirim.',
    (current) => ({
      ...current,
      status: 'submitted',
      submittedAt: current.submittedAt ?? portal.instant(),
    }),
  )

/** Before acceptance → `withdrawn`. */
export const withdrawApplication = (portal: Portal, id: string): Done<PortalApplication> =>
  change(
    portal,
    id,
    (current) => isApplicants(current) && current.acceptedAt === null,
    'Permohonan yang sudah diterima hanya dapat ditarik di loket.',
    (current) => ({ ...current, status: 'withdrawn' }),
  )

export interface Upload {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Keeps a file within the portal's limits; gives its hash. */
export function keepFile(portal: Portal, upload: Upload): Done<string> {
  const { limits } = portal.settings
  const megabytes = (limits.fileBytes / 1_048_576).toLocaleString('id-ID')
  if (upload.bytes.length === 0) return refused('Pilih berkas terlebih dahulu.')
  if (upload.bytes.length > limits.fileBytes) return refused(`Berkas paling besar ${megabytes} MB.`)
  if (!limits.mediaTypes.includes(upload.mediaType)) return refused('Berkas harus JPG, PNG, atau PDF.')
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
  portal.store.addFile(sha256, upload)
  return { done: sha256 }
}

/** Uploads the file of a requirement, or another in its place under the same document. */
export function uploadDocument(
  portal: Portal,
  applicationId: string,
  requirementCode: string,
  upload: Upload,
): Done<PortalDocument> {
  const { store } = portal
  return portal.change(() => {
    const application = store.entity('application', applicationId)?.data as PortalApplication | undefined
    if (!application || !isApplicants(application)) return refused('Permohonan sedang diproses kantor.')
    const kept = keepFile(portal, upload)
    if ('refused' in kept) return kept
    const before = store
      .ofApplication('document', applicationId)
      .find((one) => one.data['requirementCode'] === requirementCode)
    const document: PortalDocument = {
      id: before?.id ?? portal.newId(),
      applicationId,
      requirementCode,
      page: 1,
      pages: 1,
      sha256: kept.done,
      fileName: upload.fileName,
      mediaType: upload.mediaType as PortalDocument['mediaType'],
      sizeBytes: upload.bytes.length,
      uploadedAt: portal.instant(),
      check: 'unchecked',
      checkNote: null,
    }
    store.put('document', document.id, document, portal.instant())
    return { done: document }
  })
}

export function writeMessage(portal: Portal, applicationId: string, text: string): Done<PortalMessage> {
  if (text.trim() === '') return refused('Tulis pesan terlebih dahulu.')
  const message: PortalMessage = {
    id: portal.newId(),
    applicationId,
    from: 'applicant',
    text: text.trim(),
    at: portal.instant(),
  }
  portal.change(() => portal.store.put('message', message.id, message, portal.instant()))
  return { done: message }
}
