import type { ClosingView, DifferenceLine, LaterLine, OpenItemView } from '#contract/closings.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import {
  closingCode,
  openItemRules,
  shortPrint,
  type DayClosing,
  type OpenItem,
} from '#domain/day-closing.ts'
import { fullDate, longDate, endSentence } from '#domain/indonesian.ts'
import { closedAtText, factLabels, openItemLabels } from '#domain/wording/day-closing.ts'
import type { FactDifference } from '#ports/report-queries.ts'
import type { ClosingVerdict } from '#services/closed-days.ts'
import type { Office } from '#services/office.ts'
import { historyText } from './history-text.ts'

export const openItemView = ({ kind, count }: OpenItem): OpenItemView => ({
  kind,
  label: openItemLabels[kind],
  count,
  ...openItemRules[kind],
})

export const closingView = ({ profile }: Office, closing: DayClosing): ClosingView => ({
  ordinal: closing.ordinal,
  closedAt: closing.closedAt,
  closedAtText: closedAtText(closing, profile.timeZone),
  by: closing.closedBy.name,
  note: closing.note,
  reason: closing.reason,
  items: closing.openItems.map(openItemView),
  events: closing.events,
  print: shortPrint(closing.hash),
  code: closingCode(closing),
})

const nameOf = ({ applicant }: ApplicationState): string => applicant.nameOnPermit ?? applicant.name

/** An event that came in after its day was closed. */
export const laterLine = (office: Office, state: ApplicationState, event: ApplicationEvent): LaterLine => ({
  id: event.id,
  applicationId: state.id,
  registrationNumber: state.registrationNumber.text,
  holderName: nameOf(state),
  text: historyText(office, state, event).text,
  at: event.at,
  by: event.actor.name,
})

export const differenceLine = ({
  change,
  fact,
  dossier,
  at,
  by,
  reason,
}: FactDifference): DifferenceLine => ({
  key: `${fact.applicationId} ${fact.ordinal} ${change}`,
  added: change === 'added',
  label: factLabels[fact.kind],
  applicationId: fact.applicationId,
  registrationNumber: dossier.registrationNumber,
  holderName: dossier.holderName,
  at,
  by,
  reason,
})

/** The sentence of a check: what the code is worth. */
export function checkSentence({ profile }: Office, found: ClosingVerdict): string {
  switch (found.verdict) {
    case 'no-code':
      return 'Ini bukan kode laporan harian. Pindai QR di kaki laporan yang sudah ditutup, atau tempel isinya.'
    case 'unknown':
      return `Kantor ini tidak memiliki penutupan ${longDate(found.day)} dengan sidik itu. Lembar itu dari kantor lain, atau isinya diubah.`
    case 'holds': {
      const { closing, supersededBy } = found
      const same = `Sidik cocok: riwayat ${fullDate(closing.day)} masih sama dengan saat ditutup ${closedAtText(closing, profile.timeZone)} oleh ${endSentence(closing.closedBy.name)}`
      return supersededBy === null
        ? same
        : `${same} Hari itu ditutup lagi ${closedAtText(supersededBy, profile.timeZone)} oleh ${supersededBy.closedBy.name}; laporan yang berlaku adalah penutupan ke-${supersededBy.ordinal}.`
    }
    case 'differs':
      return found.applications.length === 0
        ? `Catatan penutupan ${fullDate(found.closing.day)} berubah sesudah ditutup. Hubungi administrator dan jalankan pemeriksaan data.`
        : `Riwayat ${found.applications.length} permohonan tidak sama dengan saat ${fullDate(found.closing.day)} ditutup. Hubungi administrator dan jalankan pemeriksaan data.`
  }
}
