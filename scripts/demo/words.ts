/** What the demonstration says in the terminal. */
export const demoWords = {
  help: [
    'Memperagakan satu izin dari loket sampai ke tangan pemohon, tanpa jendela. Pilihan:',
    '  --out FOLDER                  tempat hasilnya (wajib)',
    '  --profile KODE                profil kantor (tanpa ini: pontianak)',
    '  --data FOLDER                 folder data kantor (tanpa ini: folder sementara)',
    '  --database URL                basis data postgres://… (tanpa ini: berkas di folder data)',
    '  --thermal tcp://HOST:PORTA    printer tanda terima',
    '  --printer cups:NAMA           printer lembar izin',
    '  --portal URL                  portal; client ID dan kata rahasia di SEPOK_PORTAL_CLIENT_ID dan SEPOK_PORTAL_CLIENT_SECRET',
    '  --smtp smtp://HOST:PORTA      server e-mail: kantor yang mengirim izinnya lewat e-mail benar-benar mengirim',
  ].join('\n'),
  needsOut: 'Sebutkan folder untuk hasil peragaan, misalnya: npm run demo -- --out hasil-demo',
  profileUnknown: (typed: string, known: readonly string[]) =>
    `Profil kantor "${typed}" tidak ada. Pilih: ${known.join(', ')}. Misalnya: --profile ${known[0] ?? 'pontianak'}.`,
  profileDiffers: (asked: string, present: string) =>
    `Folder data ini milik kantor "${present}", bukan "${asked}". Pakai folder lain dengan --data, atau --profile ${present}.`,
  badThermal: (typed: string) =>
    `Alamat printer thermal "${typed}" tidak dikenal. Isi seperti: --thermal tcp://192.168.1.50:9100.`,
  badPrinter: (typed: string) =>
    `Alamat printer lembar "${typed}" tidak dikenal. Isi seperti: --printer cups:LaserA4.`,
  badSmtp: (typed: string) =>
    `Alamat server e-mail "${typed}" tidak dikenal. Isi seperti: --smtp smtp://127.0.0.1:2525.`,
  smtpRefused: (code: string) => `Server e-mail dari --smtp tidak dapat dipakai (${code}).`,
  mailed: 'Izin dikirim lewat e-mail',
  notMailed: 'E-mail tidak sampai ke server; izin diserahkan di loket',
  badPortal: (typed: string) =>
    `Alamat portal "${typed}" tidak dapat dipakai. Isi seperti: --portal https://portal.kota.go.id/api/v1.`,
  portalSecret:
    'Client ID dan kata rahasia portal belum ada. Isi variabel SEPOK_PORTAL_CLIENT_ID dan SEPOK_PORTAL_CLIENT_SECRET, lalu jalankan lagi.',
  portalRefused: (code: string) => `Portal dari --portal tidak dapat dipakai (${code}).`,
  portalWaits: 'Menunggu portal',
  portalDone: ({ pushed, pulled, setAside }: { pushed: number; pulled: number; setAside: number }) =>
    `Portal: ${pushed} terkirim, ${pulled} diterima, ${setAside} ditolak`,
  portalLeft: 'Belum semuanya sampai di portal; sisanya tetap tersimpan di antrean.',
  officeRuns: (folder: string) =>
    `SEPOK Loket sedang berjalan untuk folder data "${folder}". Tutup dulu, atau pakai folder lain dengan --data.`,
  outUnusable: (folder: string) =>
    `Folder hasil "${folder}" tidak dapat ditulisi. Pilih folder lain, misalnya: --out hasil-demo.`,
  formRefused: (fields: string) => `Contoh permohonan tidak dapat diterima kantor ini: ${fields}.`,
  standInPrinter: 'lembar dicetak ke folder supaya peragaan berlanjut',
  standInConfirmed: 'lembar dianggap keluar supaya peragaan berlanjut',
} as const
