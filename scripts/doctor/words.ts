/** What the doctor says beside its findings. */
export const doctorWords = {
  help: [
    'Memeriksa data sebuah kantor tanpa mengubahnya; boleh dijalankan saat aplikasi terbuka. Pilihan:',
    '  --data FOLDER                 folder data kantor',
    '  --database URL                basis data postgres://… (tanpa ini: berkas di folder data)',
    '  --json                        hasil sebagai JSON',
  ].join('\n'),
  folderMissing: (folder: string) =>
    `Folder data "${folder}" tidak ada. Sebutkan folder kantor dengan --data, misalnya: --data /srv/sepok.`,
  more: (count: number) => `… dan ${count} lainnya; daftar lengkap dengan --json.`,
  sound: 'baik',
  allSound: 'Tidak ada kerusakan.',
  damaged: (count: number) => `${count} kerusakan ditemukan. Tangani satu per satu menurut petunjuk di atas.`,
} as const
