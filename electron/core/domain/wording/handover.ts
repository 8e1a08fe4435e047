import type { OldPermitAnswer, PickupAge, ReminderChannel } from '../handover.ts'

const channels: Readonly<Record<ReminderChannel, string>> = {
  whatsapp: 'WhatsApp',
  phone: 'telepon',
  sms: 'SMS',
  letter: 'surat',
}
export const reminderChannelLabel = (channel: ReminderChannel): string => channels[channel]

const ages: Readonly<Record<PickupAge, string>> = {
  week: 'Sampai 7 hari',
  month: '8–30 hari',
  quarter: '31–90 hari',
  older: 'Lebih dari 90 hari',
}
export const pickupAgeLabel = (age: PickupAge): string => ages[age]

/** What became of the earlier paper, for the history and the receipt of handover. */
export function oldPermitText(answer: OldPermitAnswer): string {
  switch (answer.outcome) {
    case 'handed-in':
      return 'surat lama ditarik'
    case 'lost':
      return `surat lama hilang, surat keterangan kepolisian ${answer.policeLetter}`
    case 'not-yet':
      return `surat lama belum diserahkan: ${answer.reason}`
  }
}
