import type { VacantStageRefusal } from '../vacant-stage.ts'

/** *Tahap Sekretaris dilewati karena kosong: menunggu pelantikan.* Without a full stop. */
export const passedText = (stage: string, reason: string): string =>
  `Tahap ${stage} dilewati karena kosong: ${reason}`

/** The sentence at the field. */
export function sayVacantStageRefusal(refusal: VacantStageRefusal): string {
  switch (refusal.code) {
    case 'stage-not-passable':
      return 'Tahap ini mengerjakan sesuatu, jadi tidak dapat dilewati. Tunjuk pengganti untuk petugasnya di Pengguna.'
    case 'vacancy-reason-needed':
      return 'Alasan belum diisi. Tulis mengapa jenjang ini kosong, misalnya “menunggu pelantikan”.'
  }
}
