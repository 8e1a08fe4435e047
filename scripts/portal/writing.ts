import type { z } from 'zod'
import {
  accountPut,
  applicantPut,
  applicationPut,
  documentPut,
  eventsPost,
  handoverPut,
  letterPut,
  messagePost,
  permitPut,
} from '#adapters/portal/wire-calls.ts'
import type { EntityName } from '#adapters/portal/wire-entities.ts'
import { problem, readJson } from './answers.ts'
import type { Answer } from './answers.ts'
import { tellDecisionOnAccount } from './accounts.ts'
import type { Portal } from './portal.ts'

type Data = Readonly<Record<string, unknown>>

/** A `PUT` of one entity: its schema, and what must hold before it is taken. */
interface Put {
  readonly entity: EntityName
  readonly schema: z.ZodType<Record<string, unknown> & { baseVersion: number | null }>
  /** null: nothing stands against it. */
  readonly against?: (portal: Portal, data: Data) => Answer | null
  readonly after?: (portal: Portal, data: Data) => void
}

const fileThere =
  (field: 'sha256' | 'pdfSha256') =>
  ({ store }: Portal, data: Data): Answer | null =>
    store.hasFile(String(data[field]))
      ? null
      : problem(422, 'file-missing', 'Send the file first.', {
          errors: [{ path: field, code: 'file-missing', message: 'The portal has no file of this hash.' }],
        })

/** What one requirement may have: pages are counted over all of its files. */
const notTooManyPages = ({ settings }: Portal, data: Data): Answer | null =>
  Number(data['pages']) > settings.limits.pagesPerDocument
    ? problem(422, 'too-many-pages', `A document has ${settings.limits.pagesPerDocument} pages at most.`, {
        errors: [{ path: 'pages', code: 'too-many-pages', message: 'Too many pages.' }],
      })
    : null

const applicationThere = ({ store }: Portal, data: Data): Answer | null =>
  store.entity('application', String(data['applicationId'])) ? null : unknownEntity('application')

const unknownEntity = (entity: EntityName): Answer =>
  problem(404, 'unknown', `This ${entity} is not known here.`)

const nikFree = ({ store }: Portal, data: Data): Answer | null => {
  if (data['nik'] === null) return null
  const holder = store
    .entities('applicant')
    .find((one) => one.data['nik'] === data['nik'] && one.id !== data['id'])
  return holder
    ? problem(422, 'nik-taken', 'Another applicant has this NIK.', { existingId: holder.id })
    : null
}

const officeOwn = ({ settings, store }: Portal, data: Data): Answer | null => {
  if (data['officeCode'] !== settings.officeCode)
    return problem(403, 'other-office', 'This application is another office’s.')
  return store.entity('applicant', String(data['applicantId'])) ? null : unknownEntity('applicant')
}

/** A void permit holds no number, whether it was there before or comes later, as after a restore. */
const numberFree = (portal: Portal, data: Data): Answer | null => {
  if (data['status'] === 'void') return null
  const twin = portal.store
    .entities('permit')
    .find(
      (one) =>
        one.data['number'] === data['number'] && one.id !== data['id'] && one.data['status'] !== 'void',
    )
  return twin ? problem(422, 'number-taken', 'Another permit has this number.') : null
}

const all =
  (...rules: readonly ((portal: Portal, data: Data) => Answer | null)[]) =>
  (portal: Portal, data: Data): Answer | null => {
    for (const rule of rules) {
      const answer = rule(portal, data)
      if (answer) return answer
    }
    return null
  }

/** The contract's `PUT` calls by the first part of their path. */
export const puts: Readonly<Record<string, Put>> = {
  accounts: { entity: 'account', schema: accountPut, after: tellDecisionOnAccount },
  applicants: { entity: 'applicant', schema: applicantPut, against: nikFree },
  applications: { entity: 'application', schema: applicationPut, against: officeOwn },
  documents: {
    entity: 'document',
    schema: documentPut,
    against: all(applicationThere, notTooManyPages, fileThere('sha256')),
  },
  permits: {
    entity: 'permit',
    schema: permitPut,
    against: all(applicationThere, fileThere('pdfSha256'), numberFree),
  },
  letters: { entity: 'letter', schema: letterPut, against: all(applicationThere, fileThere('pdfSha256')) },
  handovers: { entity: 'handover', schema: handoverPut, against: applicationThere },
}

/** Takes a whole entity: first made by the counter (`baseVersion` null) or changed from the version it was made on. */
export function putEntity(portal: Portal, put: Put, id: string, bytes: Uint8Array): Answer {
  const read = readJson(bytes, put.schema)
  if ('answer' in read) return read.answer
  const { baseVersion } = read.value
  const data = read.value[put.entity] as Data
  if (data['id'] !== id) return problem(422, 'id-mismatch', 'The id in the body is not the one in the path.')
  const current = portal.store.entity(put.entity, id)
  if (current === null && baseVersion !== null) return unknownEntity(put.entity)
  if (current !== null && current.version !== baseVersion) {
    return { status: 409, body: { current: current.data, version: current.version } }
  }
  const refusal = put.against?.(portal, data) ?? null
  if (refusal) return refusal
  const version = portal.store.put(put.entity, id, data, portal.instant())
  put.after?.(portal, data)
  return { status: 200, body: { version } }
}

/** Takes out a file that belonged to somebody else; its bytes go when nothing else points to them. */
export function deleteDocument(portal: Portal, id: string): Answer {
  const current = portal.store.entity('document', id)
  if (current === null || current.deleted) return unknownEntity('document')
  portal.store.put('document', id, current.data, portal.instant(), true)
  portal.store.dropFileUnlessUsed(String(current.data['sha256']))
  return { status: 204, body: null }
}

/** Appends to an application's history; one that is known already counts as accepted. */
export function postEvents(portal: Portal, applicationId: string, bytes: Uint8Array): Answer {
  const read = readJson(bytes, eventsPost)
  if ('answer' in read) return read.answer
  if (portal.store.entity('application', applicationId) === null) return unknownEntity('application')
  let next = portal.store.lastEventSeq(applicationId) + 1
  const fresh = read.value.events.filter((event) => !portal.store.hasEvent(event.id))
  for (const event of fresh) {
    if (event.applicationId !== applicationId) {
      return problem(422, 'id-mismatch', 'An event names another application.')
    }
    if (event.seq !== next) {
      return problem(422, 'gap', `The next event is number ${next}.`, { expectedSeq: next })
    }
    next += 1
  }
  for (const event of fresh) portal.store.addEvent(event.id, applicationId, event.seq, event)
  return { status: 201, body: { accepted: read.value.events.length } }
}

/** A message of the office to the applicant. */
export function postMessage(portal: Portal, bytes: Uint8Array): Answer {
  const read = readJson(bytes, messagePost)
  if ('answer' in read) return read.answer
  const { message } = read.value
  if (portal.store.entity('application', message.applicationId) === null) return unknownEntity('application')
  if (portal.store.entity('message', message.id) === null) {
    portal.store.put('message', message.id, message, portal.instant())
  }
  return { status: 201, body: {} }
}
