import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { OldSheet } from '#domain/erratum.ts'
import { longDate } from '#domain/indonesian.ts'
import type { LateRecord } from '#domain/late-entry.ts'
import { promiseChangeInWords } from '#domain/promise-change.ts'
import {
  appointmentLabel,
  documentLabel,
  outputLabel,
  permitStatusLabel,
} from '#domain/wording/application.ts'
import { expiryText } from '#domain/wording/expiry.ts'
import { appointmentTimeText } from '#domain/wording/appointments.ts'
import { oldPermitText, reminderChannelLabel } from '#domain/wording/handover.ts'
import { carriedText } from '#domain/wording/beginning.ts'
import { identitySeenText } from '#domain/wording/identity.ts'
import { lateEntryText } from '#domain/wording/late-entry.ts'
import { mailEndedText } from '#domain/wording/mail.ts'
import { contactText } from '#domain/wording/notices.ts'
import { passedText } from '#domain/wording/vacant-stage.ts'
import { closingText, withdrawalText } from '#domain/wording/repair.ts'
import type { DossierView } from '#contract/dossier.ts'
import { requirementsOf } from '#services/move-facts.ts'
import type { Office } from '#services/office.ts'

type HistoryLine = DossierView['history'][number]

/** What an event says to a reader, in the words of the buttons. */
export function historyText(
  office: Office,
  state: ApplicationState,
  event: ApplicationEvent,
): Pick<HistoryLine, 'text' | 'meaning'> {
  const { body } = event
  const stageLabel = (code: string): string =>
    office.profile.stageTable.stages.find((one) => one.code === code)?.label ?? code
  const requirementName = (code: string): string =>
    requirementsOf(office, state).find((one) => one.code === code)?.label ?? code
  const lateWords = (verb: string, late: LateRecord | undefined): string =>
    late
      ? `. Entri susulan: ${lateEntryText(verb, event.at, late, event.actor.name, office.profile.timeZone)}`
      : ''
  const documentName = (id: string): string => {
    const code = state.documents.find((one) => one.id === id)?.requirementCode
    return code === undefined ? 'Berkas' : requirementName(code)
  }
  const appointmentName = (id: string): string => {
    const kind = state.appointments?.find((one) => one.id === id)?.kind
    return kind === undefined ? 'Jadwal' : appointmentLabel(kind)
  }
  switch (body.action) {
    case 'registered':
      if (body.carried)
        return {
          text: carriedText(body.carried, body.registrationNumber.text, office.profile.timeZone),
          meaning: 'plain',
        }
      if (body.online)
        return {
          text: `Permohonan masuk dari portal, diberi nomor ${body.registrationNumber.text}`,
          meaning: 'plain',
        }
      return {
        text: `Permohonan diterima dengan nomor ${body.registrationNumber.text}${lateWords('diterima', body.late)}`,
        meaning: 'plain',
      }
    case 'moved': {
      const stage = office.profile.stageTable.stages.find((one) => one.code === body.stage)
      const label = stage?.actions.find((one) => one.code === body.via)?.label ?? body.via
      const meaning =
        body.kind === 'return-to-applicant'
          ? 'paused'
          : body.kind === 'refuse' || body.kind === 'withdraw'
            ? 'refused'
            : body.opens.length === 0
              ? 'done'
              : 'plain'
      if (body.vacant !== undefined)
        return { text: passedText(stageLabel(body.stage), body.vacant), meaning: 'paused' }
      if (body.closing) return { text: closingText(body.closing), meaning }
      const words = [
        `${stageLabel(body.stage)}: ${label}`,
        ...(body.withdrawal ? [withdrawalText(body.withdrawal)] : []),
        ...(body.leaves ?? []).map((one) => `keluar dari jadwal ${appointmentName(one).toLowerCase()}`),
        ...(body.repair ? [`ditunggu sampai ${longDate(body.repair.until)}`] : []),
      ]
      return { text: words.join(', '), meaning }
    }
    case 'document-added':
      return { text: body.replaces ? 'Berkas diganti' : 'Berkas ditambahkan', meaning: 'plain' }
    case 'document-checked':
      return {
        text: `${documentName(body.documentId)}: ${body.check === 'accepted' ? 'sesuai' : body.check === 'refused' ? 'tidak sesuai' : 'belum diperiksa'}`,
        meaning: body.check === 'refused' ? 'refused' : 'plain',
      }
    case 'promise-changed':
      return { text: promiseChangeInWords(body), meaning: 'plain' }
    case 'output-recorded':
      return {
        text: `Dicatat ${outputLabel(body.output.kind)}${body.output.number ? ` nomor ${body.output.number}` : ''} tanggal ${longDate(body.output.date)}${body.output.decidedBy ? `, diputuskan ${body.output.decidedBy}` : ''}`,
        meaning: body.output.outcome === 'not-recommended' ? 'refused' : 'plain',
      }
    case 'product-drafted':
      return { text: `${documentLabel(body.product.kind)} disiapkan`, meaning: 'plain' }
    case 'letter-made':
      return {
        text: `${documentLabel(body.letter.kind)} diberi nomor ${body.letter.number.text}`,
        meaning: 'plain',
      }
    case 'delay-explained':
      return { text: 'Alasan keterlambatan dicatat', meaning: 'plain' }
    case 'expiry-noticed':
      return { text: expiryText(body), meaning: 'here' }
    case 'appointment-made': {
      const { kind, time, letter } = body.appointment
      return {
        text: `${appointmentLabel(kind)} dijadwalkan ${appointmentTimeText(time)} di ${time.place}, surat tugas ${letter.text}`,
        meaning: 'here',
      }
    }
    case 'appointment-postponed':
      return {
        text: `${appointmentName(body.appointmentId)} diundur dari ${appointmentTimeText(body.from)} ke ${appointmentTimeText(body.to)}`,
        meaning: 'paused',
      }
    case 'appointment-held':
      return {
        text: `${appointmentName(body.appointmentId)} terlaksana; hadir ${body.present.join(', ')}`,
        meaning: 'done',
      }
    case 'appointment-cancelled':
      return { text: `${appointmentName(body.appointmentId)} dibatalkan`, meaning: 'refused' }
    case 'numbered':
      return { text: `Diberi nomor ${body.number.text}`, meaning: 'plain' }
    case 'permit-ended':
      return {
        text: `${permitStatusLabel(body.end.status)} per ${longDate(body.end.on)} dengan ${body.end.byNumber}`,
        meaning: body.end.status === 'revoked' ? 'refused' : 'done',
      }
    case 'applicant-contacted':
      return {
        text: contactText(body.kind, body.channel, body.outcome),
        meaning: body.outcome === 'reached' ? 'done' : 'plain',
      }
    case 'applicant-renamed':
      return {
        text: `Nama pemohon berubah, sebelumnya ${body.former.nameOnPermit ?? body.former.name}`,
        meaning: 'plain',
      }
    case 'intake-corrected':
      return { text: `Perbaikan ke-${body.ordinal} atas penerimaan`, meaning: 'here' }
    case 'data-entered':
      return {
        text: body.whole ? 'Data dilengkapi seluruhnya' : 'Data dilengkapi sebagian',
        meaning: 'plain',
      }
    case 'changed-online':
      return { text: 'Isian diubah pemohon di portal', meaning: 'here' }
    case 'conflict-settled':
      return {
        text: `${body.label}: dipakai ${body.picked === 'ours' ? 'isian kantor' : 'isian pemohon di portal'} (kantor: ${body.ours || 'kosong'}; portal: ${body.theirs || 'kosong'})`,
        meaning: 'done',
      }
    case 'applicant-joined':
      return { text: `Pemohon disatukan dengan data ${body.applicant.name} dari portal`, meaning: 'here' }
    case 'message-received':
      return { text: `Pesan dari pemohon: ${body.text}`, meaning: 'here' }
    case 'message-sent':
      return { text: `Pesan kepada pemohon: ${body.text}`, meaning: 'plain' }
    case 'file-removed':
      return {
        text: `Berkas salah orang dihapus: ${requirementName(body.requirementCode)}, ${body.fileName}; disetujui ${body.consentBy}`,
        meaning: 'refused',
      }
    case 'originals-kept':
      return {
        text: `Asli ditahan kantor: ${body.originals.map((one) => requirementName(one.requirementCode)).join(', ')}`,
        meaning: 'plain',
      }
    case 'originals-returned': {
      const given = (state.originals ?? []).filter((one) => body.originalIds.includes(one.id))
      return {
        text: [
          `Asli dikembalikan kepada ${body.receivedBy}: ${given.map((one) => requirementName(one.requirementCode)).join(', ')}`,
          ...(body.alone ? [identitySeenText(body.alone.identity)] : []),
          ...signedText(body.alone?.signatureSha256),
        ].join('; '),
        meaning: 'done',
      }
    }
    case 'originals-left': {
      const nameOf = (id: string): string =>
        requirementName((state.originals ?? []).find((one) => one.id === id)?.requirementCode ?? '')
      return {
        text: `Asli masih di kantor: ${body.originals.map(({ id, reason }) => `${nameOf(id)} (${reason})`).join(', ')}`,
        meaning: 'paused',
      }
    }
    case 'old-permit-settled': {
      const text = oldPermitText(body.answer)
      return { text: text.charAt(0).toUpperCase() + text.slice(1), meaning: 'done' }
    }
    case 'number-voided':
      return { text: `Nomor ${body.number.text} dibatalkan: ${body.reason}`, meaning: 'refused' }
    case 'print-requested':
      return {
        text:
          body.copy > 1
            ? `${documentLabel(body.document)} dicetak ulang, lembar ke-${body.copy}${consentText(body.consentBy)}`
            : `${documentLabel(body.document)} dicetak`,
        meaning: 'plain',
      }
    case 'erratum-asked':
      return {
        text: `Ralat ke-${body.ordinal} diajukan; ${oldSheetText(body.sheet)}`,
        meaning: 'here',
      }
    case 'erratum-approved':
      return {
        text: `Ralat disetujui ${body.signer}; izin dibuat lagi dengan nomor yang sama`,
        meaning: 'done',
      }
    case 'erratum-declined':
      return { text: 'Ralat ditolak', meaning: 'refused' }
    case 'legalised': {
      const { number, copies, signer } = body.legalisation
      return {
        text: `Legalisir ${number.text}, ${copies} lembar, penanda tangan ${signer.name}; surat asli diperlihatkan`,
        meaning: 'plain',
      }
    }
    case 'legalisation-voided':
      return { text: `Legalisir ${body.number.text} dibatalkan`, meaning: 'refused' }
    case 'copy-printed':
      return { text: `Salinan ${documentLabel(body.document).toLowerCase()} dicetak`, meaning: 'plain' }
    case 'print-consented':
      return {
        text: `Persetujuan susulan atas ${documentLabel(body.document).toLowerCase()} lembar ke-${body.copy} yang dicetak ${body.requestedBy}`,
        meaning: 'done',
      }
    case 'signed':
      return {
        text: `Ditandatangani ${body.by.name} ${body.outside ? 'di luar aplikasi ' : ''}pada ${longDate(body.on)}${body.scanSha256 === undefined ? '' : ', pindaian terlampir'}`,
        meaning: 'done',
      }
    case 'handed-over':
      return {
        text: `${handedOverText(body)}${lateWords('diserahkan', body.late)}`,
        meaning: 'done',
      }
    case 'rack-placed':
      return {
        text: body.place === null ? 'Diambil dari rak' : `Ditaruh di rak ${body.place}`,
        meaning: 'plain',
      }
    case 'reminded':
      return {
        text: `Pemohon diingatkan untuk mengambil, lewat ${reminderChannelLabel(body.channel)}`,
        meaning: 'plain',
      }
    case 'mail-asked':
      return {
        text: body.replaces
          ? `E-mail baru dengan berkas bertanda tangan untuk ${body.to} masuk antrean`
          : `Berkas bertanda tangan untuk ${body.to} masuk antrean e-mail`,
        meaning: 'plain',
      }
    case 'mail-ended':
      return {
        text: mailEndedText(body.outcome, body.answer),
        meaning: body.outcome === 'sent' ? 'done' : 'plain',
      }
    case 'papers-given-back':
      return {
        text: `Berkas diberikan kembali kepada ${body.receivedBy}: ${body.papers.map((one) => one.label).join(', ')}; ${[identitySeenText(body.identity), ...signedText(body.signatureSha256)].join('; ')}`,
        meaning: 'plain',
      }
  }
}

/** To whom it went, what was seen, and what became of the earlier paper. */
function handedOverText(body: Extract<ApplicationEvent['body'], { action: 'handed-over' }>): string {
  const { papersInAct, receiptLost, oldPermit } = body
  const parts = [
    `${body.method === 'email' ? 'Dikirim lewat e-mail' : 'Diserahkan'} kepada ${body.receivedBy}${papersInAct === undefined ? '' : ` bersama ${papersInAct - 1} surat lain`}`,
    ...(body.identitySeen ? [identitySeenText(body.identitySeen)] : []),
    ...(receiptLost ? ['tanda terima hilang, surat pernyataan ditandatangani'] : []),
    ...(oldPermit ? [oldPermitText(oldPermit)] : []),
    ...signedText(body.signatureSha256),
  ]
  return parts.join('; ')
}

const signedText = (sha256: string | null | undefined): readonly string[] =>
  sha256 ? ['ditandatangani di layar'] : []

/** Who agreed to a second original at once; absent: none had to. */
const consentText = (by: string | null | undefined): string =>
  by === undefined ? '' : by === null ? ', persetujuan menyusul' : `, disetujui ${by}`

/** What became of the sheet that bears the error. */
const oldSheetText = (sheet: OldSheet): string =>
  sheet.state === 'back' ? 'lembar lama kembali' : `lembar lama tidak kembali (${sheet.statement})`
