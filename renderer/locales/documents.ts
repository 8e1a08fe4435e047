import type { DocumentKind } from '#domain/stage-table.ts'

/** Words of *Pengaturan › Dokumen*. */
export const documentWords = {
  tab: 'Dokumen',
  list: 'Dokumen kantor',
  heads: { name: 'Dokumen', paper: 'Kertas' },
  groups: [
    { title: 'Izin dan keputusan', kinds: ['permit', 'refusal-letter', 'revocation-decree', 'legalisation'] },
    {
      title: 'Surat dan pemeriksaan',
      kinds: ['recommendation-request', 'assignment-letter', 'inspection-report', 'expiry-letter'],
    },
    {
      title: 'Loket',
      kinds: [
        'receipt',
        'missing-items',
        'referral-slip',
        'notice-slip',
        'service-standard',
        'application-forms',
        'blank-form',
        'collective-list',
        'handover-receipt',
        'loss-statement',
        'complaint-slip',
      ],
    },
    {
      title: 'Register dan arsip',
      kinds: ['daily-report', 'legalisation-register', 'dispatch-book', 'dispatch-slip', 'archive'],
    },
  ] satisfies readonly { title: string; kinds: readonly DocumentKind[] }[],
  type: 'Contoh untuk jenis izin',
  choose: 'Pilih satu dokumen',
  chooseNote:
    'Contohnya memakai data karangan dan bertanda CONTOH: kop, dasar hukum, naskah, dan penanda tangan menurut tanggal di atas.',
  sampleOf: (document: string, day: string) => `Contoh ${document}, ${day}`,
  large: 'Buka besar',
  note: 'Data karangan, bertanda CONTOH. Tidak ada nomor yang terpakai dan tidak ada yang dicetak.',
  none: 'Tidak ada contoh untuk jenis izin ini pada tanggal itu',
  noneNote: 'Pilih jenis izin atau tanggal lain.',
}
