/** Words before the work: signing in and the locked screen. */
export const signInWords = {
  username: 'Nama pengguna',
  usernameMissing: 'Nama pengguna belum diisi. Ketik seperti pada kartu akun, misalnya ratih.puspalina.',
  password: 'Kata sandi',
  passwordWrong: 'Kata sandi tidak cocok. Periksa Caps Lock, lalu ketik lagi.',
  passwordMissing: 'Kata sandi belum diisi.',
  signIn: 'Masuk',
  forgotten: 'Lupa kata sandi? Hubungi administrator kantor.',
  failed: 'Belum dapat masuk: aplikasi tidak menjawab. Coba lagi sebentar lagi; tidak ada data yang hilang.',
  sampleOffice: 'Kantor contoh',
  sampleOfficeNote: 'Semua orang di dalamnya rekaan. Pilih pengguna untuk mengisi nama dan kata sandinya.',
  samplePassword: (password: string) => `kata sandi ${password}`,
  samplePassphrase: (passphrase: string) => `passphrase ${passphrase}`,
  locked: 'Layar terkunci',
  lockedAlone: (time: string, minutes: string) =>
    `Terkunci sendiri pukul ${time} setelah ${minutes} menit tanpa kegiatan.`,
  lockedByHand: (time: string) => `Dikunci pukul ${time}.`,
  workKept: 'Pekerjaan Anda tersimpan, draf juga.',
  unlock: 'Buka kunci',
  otherUser: 'Ganti pengguna',
  workGoesOn: 'Pencetakan dan pengiriman tetap berjalan',
  version: (version: string) => `versi ${version}`,
} as const
