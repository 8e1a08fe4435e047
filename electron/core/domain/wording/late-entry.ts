import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import type { LateRecord } from '../late-entry.ts'
import { officeDateOf, officeTimeOf, type ZoneName } from '../office-zone.ts'

const moment = (at: Instant, zone: ZoneName): string =>
  `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`

/**
 * *diterima 19 November 2026 pukul 10.15, dicatat 20 November 2026 pukul 08.05 oleh Rini, disetujui Bram; alasan: …*
 *
 * @param verb  what was done on paper: *diterima*, *diserahkan*
 */
export const lateEntryText = (
  verb: string,
  at: Instant,
  { enteredAt, reason, consent }: LateRecord,
  by: string,
  zone: ZoneName,
): string =>
  `${verb} ${moment(at, zone)}, dicatat ${moment(enteredAt, zone)} oleh ${by}, disetujui ${consent.name}; alasan: ${reason}`
