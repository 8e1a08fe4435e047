/** Words of the electronic signature by a service, in *Pengaturan* and where somebody signs. */
export const signingServiceWords = {
  title: 'Tanda tangan elektronik',
  means: 'Ditandatangani dengan',
  meansNames: { file: 'Berkas sertifikat', v1: 'Layanan BSrE v1', v2: 'Layanan BSrE v2' },
  fileNote: 'Setiap pejabat memasang berkas sertifikatnya sendiri (.p12) saat pertama kali menandatangani.',
  serviceNote:
    'Esign Client Service di jaringan pemerintah daerah, dikelola Diskominfo. Passphrase diketik pejabat saat menandatangani dan tidak pernah disimpan.',
  url: 'Alamat layanan',
  urlHint: 'Misalnya https://esign.kota.go.id',
  tryTitle: 'Uji sambungan',
  tryNote: 'Memeriksa alamat, akun, dan sertifikat tanpa menandatangani apa pun. Isian ini tidak disimpan.',
  tryIt: 'Uji sambungan',
  tryGood: 'Layanan menjawab, akun diterima, dan sertifikat penanda tangan berlaku.',
  failed: 'Setelan tanda tangan elektronik gagal dibuka',
  failedAction: 'Tidak ada setelan yang hilang. Tekan Coba lagi.',

  officeSigns: 'Akun layanan milik kantor; Anda cukup mengetik passphrase.',
  totp: 'Kode sekali pakai (TOTP)',
  totpHint: 'Minta kodenya dahulu; layanan mengirimnya ke e-mail Anda.',
  totpSent: 'Kode diminta. Buka e-mail Anda, lalu ketik kodenya di sini.',
  totpRequest: 'Minta kode',
  totpAgain: 'Minta kode lagi',
  totpMissing: 'Kode belum diisi. Minta kodenya, lalu ketik.',
  accountOwner: 'Akun layanan',
  accountOwners: { signer: 'Diketik penanda tangan', office: 'Disimpan di kantor' },
  officeAccountNote:
    'Kata sandi akun disimpan terkunci dengan kunci komputer ini, tidak pernah di basis data atau cadangan secara terbuka. Passphrase tetap milik penanda tangan.',
  officeUsername: 'Nama akun kantor',
  officePassword: 'Kata sandi akun kantor',
  officePasswordKept: 'Kosongkan untuk memakai yang tersimpan.',
  officePasswordElsewhere:
    'Tersimpan di komputer lain. Ketik sekali di komputer ini agar di sini pun dapat dipakai.',
  tryOffice:
    'Memeriksa alamat, akun, dan sertifikat tanpa menandatangani apa pun. Kosongkan akun untuk memakai akun kantor yang tersimpan.',

  service: (url: string) => `Layanan tanda tangan BSrE di ${url}`,
  username: 'Nama akun layanan',
  usernameMissing: 'Nama akun belum diisi. Tulis akun layanan dari Diskominfo.',
  password: 'Kata sandi akun layanan',
  passwordMissing: 'Kata sandi akun belum diisi. Ketik kata sandi akun layanan.',
  nik: 'NIK penanda tangan',
  nikKept: (masked: string) => `Kosongkan untuk memakai ${masked}.`,
  nikMissing: 'NIK belum diisi. Ketik 16 angka NIK Anda.',
  accountHint: 'Diingat sampai Anda keluar, tidak disimpan.',
}
