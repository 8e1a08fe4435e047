import type { LikenessReason } from '../lookalike.ts'

const reasons: Readonly<Record<LikenessReason, string>> = {
  'same-application': 'permohonan yang sama dari orang ini masih berjalan',
  'same-str': 'nomor STR sama, identitas lain',
  'nik-nearly-same': 'nama mirip, NIK hampir sama',
  'same-birth-date': 'nama mirip dan tanggal lahir sama, identitas lain',
  'same-phone': 'nama mirip dan nomor HP sama, identitas lain',
}

/** Why a dossier may be the one that is being typed, as part of a sentence. */
export const sayLikeness = (reason: LikenessReason): string => reasons[reason]
