import { decimal } from '#domain/indonesian-numbers.ts'

/** Office time in a narrow column: `25 mnt`, `3,4 jam`, `2,4 hari` of the office's usual working day. */
export function shortTook(minutes: number, minutesOfDay: number): string {
  if (minutes < 60) return `${Math.round(minutes)} mnt`
  if (minutes < minutesOfDay || minutesOfDay === 0) return `${decimal(minutes / 60, 1)} jam`
  return `${decimal(minutes / minutesOfDay, 1)} hari`
}

/** The same in a sentence: `2,4 hari kerja`. */
export const took = (minutes: number, minutesOfDay: number): string =>
  shortTook(minutes, minutesOfDay).replace(/hari$/, 'hari kerja').replace(/mnt$/, 'menit')
