/** Words of the electronic signature by a service, in *Pengaturan* and where somebody signs. */
export const signingServiceWords = {
  title: 'Tanda tangan elektronik',
  means: 'Ditandatangani dengan',
  meansNames: { file: 'Berkas sertifikat', v1: 'Layanan BSrE v1', v2: 'Layanan BSrE v2' },
  fileNote: 'Setiap pejabat memasang berkas sertifikatnya sendiri (.p12) saat pertama kali menandatangani.',
  serviceNote:
    'Esign Client Service di jaringan pemerintah daerah, dikelola Diskominfo. Akun dan passphrase diketik pejabat saat menandatangani dan tidak pernah disimpan.',
  url: 'Alamat layanan',
  urlHint: 'Misalnya https://esign.kota.go.id',
  tryTitle: 'Uji sambungan',
  tryNote: 'Memeriksa alamat, akun, dan sertifikat tanpa menandatangani apa pun. Isian ini tidak disimpan.',
  tryIt: 'Uji sambungan',
  tryGood: 'Layanan menjawab, akun diterima, dan sertifikat penanda tangan berlaku.',
  failed: 'Setelan tanda tangan elektronik gagal dibuka',
  failedAction: 'Tidak ada setelan yang hilang. Tekan Coba lagi.',

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
