import type { BringerRefusal, FilingRefusal } from '../collective-filing.ts'
import { clockTime, longDate } from '../indonesian.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import { sayRefusal } from './refusals.ts'

/** The sentence at a field of the bringer. */
export const sayBringerRefusal = ({ refusal }: BringerRefusal): string =>
  refusal.code === 'facility-name-empty'
    ? 'Nama fasilitas belum diisi. Tulis misalnya RSUD Kota Pontianak.'
    : sayRefusal(refusal)

/**
 * The sentence for a filing that takes no more dossiers.
 *
 * @param zone  IANA zone in which the hour is told
 */
export function sayFilingRefusal(refusal: FilingRefusal, zone: string): string {
  if (refusal.code === 'collective-unknown')
    return 'Pengajuan kolektif ini tidak ada di kantor ini. Pilih dari daftar yang masih terbuka, atau buka yang baru.'
  const day = longDate(officeDateOf(refusal.at, zone))
  const hour = clockTime(officeTimeOf(refusal.at, zone))
  return `Pengajuan kolektif ini sudah ditutup oleh ${refusal.by} pada ${day} pukul ${hour}. Lepaskan permohonan ini dari kolektif, atau buka pengajuan kolektif baru.`
}
