import type { AppointRefusal, EndDeputyshipRefusal } from '../deputyship.ts'
import { clockTime, dayRange, longDate, endSentence } from '../indonesian.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'

/** The sentence for a deputy who cannot be appointed. */
export function sayAppointRefusal(refusal: AppointRefusal): string {
  switch (refusal.code) {
    case 'deputy-unknown':
      return 'Petugas ini tidak ada atau tidak boleh masuk lagi. Pilih dari daftar.'
    case 'deputy-of-oneself':
      return `${refusal.name} tidak dapat menggantikan dirinya sendiri. Pilih petugas lain.`
    case 'deputy-reason-needed':
      return 'Sebab belum diisi. Tulis misalnya cuti tahunan atau dinas luar.'
    case 'deputy-days-reversed':
      return `Hari terakhir ${longDate(refusal.until)} lebih awal daripada hari pertama ${longDate(refusal.from)}. Tukar keduanya.`
    case 'deputy-days-past':
      return `${longDate(refusal.from)} sudah lewat. Penggantian mulai paling awal hari ini, ${longDate(refusal.today)}.`
    case 'deputy-nothing-lent':
      return `${refusal.absent} tidak memegang peran pada alur berkas, jadi tidak ada yang digantikan. Hak administrator tidak dapat dipinjamkan.`
    case 'deputy-holds-all':
      return `${refusal.deputy} sudah memegang semua peran ${refusal.absent}: antreannya sudah terlihat tanpa pengganti.`
    case 'deputy-there':
      return `${refusal.absent} sudah digantikan ${refusal.deputy} pada ${dayRange(refusal.from, refusal.until)}. Akhiri yang itu dahulu, atau pilih hari lain.`
    case 'deputy-away':
      return `${refusal.deputy} sendiri tidak masuk pada ${dayRange(refusal.from, refusal.until)} dan digantikan ${endSentence(refusal.by)} Pilih petugas lain.`
    case 'absent-stands-in':
      return `${refusal.absent} sedang menggantikan ${refusal.of} pada ${dayRange(refusal.from, refusal.until)}. Tunjuk dahulu pengganti lain untuk ${refusal.of}.`
  }
}

/**
 * The sentence for a deputyship that cannot be taken back.
 *
 * @param zone  IANA zone in which the hour is told
 */
export function sayEndDeputyshipRefusal(refusal: EndDeputyshipRefusal, zone: string): string {
  switch (refusal.code) {
    case 'deputyship-unknown':
      return 'Penggantian ini tidak ada di kantor ini. Muat ulang daftar.'
    case 'deputyship-over':
      return `Penggantian ini sudah berakhir sendiri pada ${longDate(refusal.until)}. Tidak ada yang perlu diakhiri.`
    case 'deputyship-ended':
      return `Penggantian ini sudah diakhiri ${refusal.by} pada ${longDate(officeDateOf(refusal.at, zone))} pukul ${clockTime(officeTimeOf(refusal.at, zone))}.`
  }
}
