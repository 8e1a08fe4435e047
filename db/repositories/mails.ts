import type { Actor } from '#domain/application-event.ts'
import {
  mailPurposes,
  mailReasons,
  mailStates,
  troubledMailStates,
  type Mail,
  type MailState,
} from '#domain/mail.ts'
import type { Queries } from '#ports/queries.ts'
import type { MailStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { MailRow } from '../rows/mail-rows.ts'
import { laneOf } from './lane.ts'
import { inPortions, jsonOf, objectOf, oneOf } from './reading.ts'

const toRow = (mail: Mail): MailRow => ({
  id: mail.id,
  application_id: mail.applicationId,
  purpose: mail.purpose,
  subject_id: mail.subjectId,
  address: mail.to,
  message_id: mail.messageId,
  file_sha256: mail.fileSha256,
  replaces: mail.replaces,
  asked_at: mail.askedAt,
  asked_by: jsonOf(mail.askedBy, 'asker of a mail'),
  state: mail.state,
  state_at: mail.stateAt,
  reason: mail.reason,
  answer: mail.answer,
  attempts: mail.attempts,
  next_try_at: mail.nextTryAt,
  trying_since: mail.tryingSince,
  handed_at: mail.handedAt,
  settled: mail.settled && jsonOf(mail.settled, 'settlement of a mail'),
})

const fromRow = (row: MailRow): Mail => ({
  id: row.id,
  applicationId: row.application_id,
  purpose: oneOf(mailPurposes, row.purpose, 'purpose of a mail'),
  subjectId: row.subject_id,
  to: row.address as Mail['to'],
  messageId: row.message_id,
  fileSha256: row.file_sha256,
  replaces: row.replaces,
  askedAt: row.asked_at as Mail['askedAt'],
  askedBy: objectOf<Actor>(row.asked_by, ['name', 'role', 'station'], 'asker of a mail'),
  state: oneOf(mailStates, row.state, 'mail state'),
  stateAt: row.state_at as Mail['stateAt'],
  reason: row.reason === null ? null : oneOf(mailReasons, row.reason, 'reason of a mail'),
  answer: row.answer,
  attempts: Number(row.attempts),
  nextTryAt: row.next_try_at as Mail['nextTryAt'],
  tryingSince: row.trying_since as Mail['tryingSince'],
  handedAt: row.handed_at as Mail['handedAt'],
  settled:
    row.settled === null
      ? null
      : objectOf<NonNullable<Mail['settled']>>(row.settled, ['how', 'at', 'by'], 'settlement of a mail'),
})

const listOf = async (handle: Knex, applicationId: string): Promise<readonly Mail[]> =>
  (await handle<MailRow>('mails').where({ application_id: applicationId }).orderBy(['asked_at', 'id'])).map(
    fromRow,
  )

export function makeMailStore(trx: Knex): MailStore {
  return {
    async add(mail) {
      await trx<MailRow>('mails').insert(toRow(mail))
    },
    bringIn: (mails) => inPortions(mails.map(toRow), (portion) => trx<MailRow>('mails').insert([...portion])),
    async find(id) {
      const row = await trx<MailRow>('mails').where({ id }).forUpdate().first()
      return row && fromRow(row)
    },
    async save(mail) {
      const changed = await trx<MailRow>('mails').where({ id: mail.id }).update(toRow(mail))
      if (changed !== 1) throw new Error(`mail ${mail.id} is not stored`)
    },
    listOf: (applicationId) => listOf(trx, applicationId),
    async listUnderWay() {
      const rows = await trx<MailRow>('mails')
        .whereIn('state', ['waiting', 'sending'])
        .orderBy(['asked_at', 'id'])
      return rows.map(fromRow)
    },
    ...laneOf(trx, 'office'),
  }
}

type Names = 'findMail' | 'listMailsOf' | 'listMails' | 'countMailsInNeed'

export function makeMailQueries(reader: Knex): Pick<Queries, Names> {
  const inNeed = () =>
    reader<MailRow>('mails')
      .where({ purpose: 'delivery' })
      .whereNull('settled')
      .whereIn('state', [...troubledMailStates])
  return {
    async findMail(id) {
      const row = await reader<MailRow>('mails').where({ id }).first()
      return row && fromRow(row)
    },
    listMailsOf: (applicationId) => listOf(reader, applicationId),
    async listMails(which, limit) {
      if (which === 'in-need') return (await inNeed().orderBy(['state_at', 'id']).limit(limit)).map(fromRow)
      const underWay: readonly MailState[] = ['waiting', 'sending']
      const rows =
        which === 'under-way'
          ? await reader<MailRow>('mails')
              .whereIn('state', [...underWay])
              .orderBy(['asked_at', 'id'])
              .limit(limit)
          : await reader<MailRow>('mails')
              .whereNotIn('state', [...underWay])
              .where((one) => {
                void one
                  .whereNot({ purpose: 'delivery' })
                  .orWhereNotNull('settled')
                  .orWhereNotIn('state', [...troubledMailStates])
              })
              .orderBy([
                { column: 'state_at', order: 'desc' },
                { column: 'id', order: 'desc' },
              ])
              .limit(limit)
      return rows.map(fromRow)
    },
    async countMailsInNeed() {
      const rows = await inNeed().count({ total: '*' })
      return Number(rows[0]?.['total'] ?? 0)
    },
  }
}
