import type { PortalStatusView } from '#contract/portal.ts'

const withUnsent = (words: string, unsent: string | null): string =>
  unsent === null ? words : `${words}, ${unsent} belum terkirim`

/** Words of the portal in the head of every screen, in its drawer and in *Pengaturan*. */
export const portalWords = {
  indicator: {
    /** `since` and `unsent` already in words; `unsent` null: everything is there. */
    inStep: 'Portal selaras',
    working: (unsent: string | null) => withUnsent('Mengirim ke portal', unsent),
    offline: (since: string, unsent: string | null) => withUnsent(`Portal terputus ${since}`, unsent),
    paused: (unsent: string | null) => withUnsent('Portal dijeda', unsent),
    stopped: 'Portal perlu administrator',
    elsewhere: (unsent: string | null) => withUnsent('Portal lewat komputer lain', unsent),
    needsYou: (count: string) => `Portal: ${count} perlu Anda`,
    shorts: {
      off: '',
      'in-step': 'Selaras',
      working: 'Mengirim',
      offline: 'Terputus',
      stopped: 'Berhenti',
      paused: 'Dijeda',
      elsewhere: 'Portal',
    } satisfies Record<PortalStatusView['state'], string>,
  },
  drawer: 'Portal',
  figures: 'Yang masih berjalan',
  unsent: 'Belum terkirim',
  unsentNote: (dossiers: string) => `dari ${dossiers} berkas`,
  setAside: 'Ditolak portal',
  conflicts: 'Konflik',
  arrivals: 'Perlu tempat',
  since: (moment: string) => `Sejak ${moment}.`,
  nextTry: (time: string) => `Dicoba lagi ${time}.`,
  runs: 'Sinkronisasi terakhir',
  runsEmpty: 'Belum ada sinkronisasi',
  runsEmptyNote: 'Setiap pengiriman dan penerimaan tercatat di sini.',
  runsFailed: 'Riwayat sinkronisasi gagal dibuka',
  runsFailedAction: 'Coba lagi. Pengiriman tetap berjalan di latar belakang.',
  runTitle: (end: string, pushed: string, pulled: string) => `${end}: ${pushed} terkirim, ${pulled} diterima`,
  runAside: (count: string) => `${count} ditolak portal.`,
  runConflicts: (count: string) => `${count} isian berbeda.`,
  heads: {
    started: 'Mulai',
    end: 'Hasil',
    pushed: 'Terkirim',
    pulled: 'Diterima',
    setAside: 'Ditolak',
    conflicts: 'Konflik',
    station: 'Komputer',
  },
  sendNow: 'Kirim sekarang',
  hurried: 'Yang menunggu dikirim sekarang.',
  pause: 'Jeda',
  resume: 'Lanjutkan',
  pausedNow: 'Sinkronisasi dijeda. Yang belum terkirim tetap tersimpan.',
  resumedNow: 'Sinkronisasi berjalan lagi.',
  actFailed: 'Belum dilakukan: aplikasi tidak menjawab. Tekan sekali lagi.',
  sendPaused: 'Sinkronisasi sedang dijeda. Lanjutkan dahulu.',
} as const

export const portalSettingWords = {
  tab: 'Portal',
  title: 'Sambungan portal',
  notSet: 'Portal belum diatur',
  notSetNote:
    'Loket bekerja sepenuhnya tanpa portal. Setelah alamat, client ID, dan kata rahasia disimpan, semua yang sudah tercatat dikirim berurutan.',
  setBy: (by: string, at: string) => `Disimpan ${by}, ${at}.`,
  elsewhere: (station: string) =>
    `Kata rahasia disimpan di ${station}; komputer itulah yang berbicara dengan portal. Isi di sini bila komputer ini yang harus mengirim.`,
  base: 'Alamat portal',
  baseHint: 'Alamat API dari pengelola portal, misalnya https://portal.kota.go.id/api/v1.',
  clientId: 'Client ID',
  secret: 'Kata rahasia',
  secretKept: 'Tersimpan terkunci dan tidak ditampilkan. Isi hanya bila diganti.',
  secretNew: 'Disimpan terkunci dan tidak pernah ditampilkan lagi.',
  trial: 'Uji sambungan',
  trialNote: 'Dengan isian di atas, juga sebelum disimpan. Tidak ada yang dikirim.',
  trialAct: 'Uji sambungan',
  trialParts: 'Hasil uji sambungan',
  trialSkipped: 'belum diperiksa',
  remove: 'Lepaskan portal',
  removeTitle: 'Lepaskan portal dari kantor ini',
  removeSentence:
    'Tidak ada lagi yang dikirim atau diterima. Yang belum terkirim tetap tersimpan dan menunggu sampai portal diatur lagi.',
  removed: 'Portal dilepaskan.',
} as const
