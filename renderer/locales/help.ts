import type { HelpPage } from './help-page.ts'
import { officeHelp } from './help-office.ts'
import { shellWords } from './shell.ts'

/** Words of F1: one page per screen. */
export const helpWords = {
  title: (screen: string) => `Bantuan: ${screen}`,
  unknownScreen: 'layar ini',
  steps: 'Langkah',
  cases: 'Bila …',
  keys: 'Tombol pintas di layar ini',
  everywhere:
    'Di layar mana pun: pindai QR tanda terima atau surat izin untuk membuka berkasnya; Ctrl\u00a0K mencari nama, NIK, atau nomor.',
} as const

const doorTitles = {
  signIn: 'Masuk',
  locked: 'Layar terkunci',
  firstStart: 'Siapkan kantor ini',
} as const

export type HelpKey = keyof typeof shellWords.screens | keyof typeof doorTitles

export const helpTitles: Readonly<Record<HelpKey, string>> = { ...shellWords.screens, ...doorTitles }

/** Where nobody is signed in: nothing can be searched or scanned there. */
export const isDoor = (key: HelpKey): boolean => key in doorTitles

const nextField = { keys: 'Tab', label: 'Isian berikutnya' }
const putAway = { keys: ['F1', 'Esc'], label: 'Tutup bantuan' }

/** The keys that work before the work. */
export const doorKeys = {
  signIn: [nextField, { keys: 'Enter', label: 'Masuk' }, putAway],
  locked: [{ keys: 'Enter', label: 'Buka kunci' }, nextField, putAway],
  firstStart: [nextField, { keys: 'Enter', label: 'Buat kantor' }, putAway],
} as const

export const helpPages: Readonly<Record<HelpKey, HelpPage>> = {
  signIn: {
    purpose: 'Masuk dengan nama Anda sendiri. Setiap tindakan tercatat atas nama yang masuk.',
    steps: [
      'Ketik nama pengguna seperti pada kartu akun; huruf besar atau kecil sama saja.',
      'Ketik kata sandi, lalu tekan Enter.',
      'Meninggalkan meja: kunci layar dengan Ctrl L. Draf dan isian Anda tetap ada.',
    ],
    cases: [
      {
        when: 'Kata sandi tidak cocok',
        then: 'Periksa Caps Lock. Setelah lima kali salah, nama itu menunggu sebentar; setiap kali salah lagi, tunggunya lebih lama.',
      },
      {
        when: 'Lupa kata sandi, atau akun tidak aktif',
        then: 'Minta administrator kantor membuka Pengaturan dan menggantinya.',
      },
      {
        when: 'Aplikasi tidak menjawab',
        then: 'Tunggu sebentar; jendela menyambung sendiri. Bila tidak, tutup lalu buka lagi. Yang sudah disimpan aman.',
      },
    ],
  },
  locked: {
    purpose: 'Layar dikunci agar data pemohon tidak terlihat. Pencetakan dan pengiriman tetap berjalan.',
    steps: [
      'Ketik kata sandi Anda, lalu tekan Enter. Anda kembali ke layar yang ditinggalkan.',
      'Petugas lain: pilih Ganti pengguna, lalu masuk dengan namanya sendiri.',
    ],
    cases: [
      {
        when: 'Draf belum disimpan saat layar terkunci',
        then: 'Tidak hilang: draf tersimpan setiap kali Anda berhenti mengetik dan menunggu di Beranda.',
      },
      {
        when: 'Kata sandi tidak cocok',
        then: 'Periksa Caps Lock. Setelah lima kali salah, nama itu menunggu sebentar sebelum dapat dicoba lagi.',
      },
    ],
  },
  firstStart: {
    purpose: 'Membuat kantor di komputer ini dan akun administrator pertamanya. Hanya satu kali.',
    steps: [
      'Pilih kantor Anda; alur, nomor surat, dan kop mengikuti pilihan itu.',
      'Beri nama loket komputer ini, misalnya Loket 1. Nama ini tertulis di tanda terima.',
      'Isi nama administrator, nama pengguna, dan kata sandinya dua kali.',
      'Isi nomor terakhir di buku register, agar nomor surat dilanjutkan. Yang kosong mulai dari 1.',
      'Tekan Buat kantor. Sesudah itu tambahkan petugas dan printer di Pengaturan.',
    ],
    cases: [
      {
        when: 'Kantor sudah ada di komputer lain',
        then: 'Jangan membuat baru: minta administrator memindahkan datanya ke komputer ini.',
      },
      {
        when: 'Kantor Anda tidak ada di daftar',
        then: 'Profilnya satu berkas di folder aplikasi. Minta administrator atau pemasok menambahkannya.',
      },
    ],
  },
  home: {
    purpose:
      'Ringkasan kerja hari ini: angka loket, berkas yang menunggu Anda, draf, dan tanda terima terakhir.',
    steps: [
      'Lihat Perlu tindakan Anda; yang paling mendesak ada di atas.',
      'Pilih baris dengan panah, lalu tekan Enter untuk membuka berkasnya.',
      'Lanjutkan draf yang belum selesai, atau buang bila tidak jadi.',
      'Terima permohonan baru dengan F2.',
    ],
    cases: [
      {
        when: 'Tanda terima belum pasti tercetak',
        then: 'Lihat di printer. Bila kertasnya ada, tekan Kertas keluar; bila tidak, tekan Kertas tidak keluar.',
      },
      {
        when: 'Daftar kosong',
        then: 'Tidak ada berkas di tahap Anda. Berkas muncul sendiri; layar tidak perlu dimuat ulang.',
      },
    ],
  },
  intake: {
    purpose: 'Menerima permohonan dari orang yang datang ke loket, sampai tanda terimanya tercetak.',
    steps: [
      'Ketik NIK seperti di KTP. Pemohon yang pernah datang terisi sendiri; cocokkan dengan KTP.',
      'Pilih jenis izin dengan mengetik sebagian nama atau kodenya, lalu isi tempat dan jadwal praktik.',
      'Lampirkan berkas menurut ceklis: pilih file, jatuhkan ke baris, atau ambil dengan kamera.',
      'Periksa tanda terima di sebelah kanan bersama pemohon.',
      'Tekan Simpan & Cetak Tanda Terima (Ctrl Enter).',
    ],
    cases: [
      {
        when: 'Berkas belum lengkap',
        then: 'Cetak daftar kekurangannya untuk dibawa pulang. Isian tetap tersimpan sebagai draf.',
      },
      {
        when: 'Surat pernyataan atau surat kuasa belum dibuat',
        then: 'Tekan Cetak formulir (Ctrl B) pada ceklis. Nama, alamat, dan tempat yang sudah diketik ikut tercetak; pemohon menulis NIK dan menandatangani.',
      },
      {
        when: 'Pemohon lain harus dilayani dahulu',
        then: 'Tinggalkan saja layarnya. Draf tersimpan setiap kali Anda berhenti mengetik dan menunggu di Beranda.',
      },
      {
        when: 'Seorang kuasa atau fasilitas membawa banyak berkas',
        then: 'Pilih Kolektif di kanan atas dan isi siapa yang membawa. Setiap berkas disimpan seperti biasa dan langsung diikuti formulir berikutnya; Tidak diterima (Ctrl U) mencatat berkas yang ditinggalkan, Selesai (Ctrl E) menutup dan mencetak daftarnya. Daftar yang ditinggalkan menunggu di layar ini.',
      },
      {
        when: 'Berkas sudah berjalan sebelum aplikasi ini dipakai',
        then: 'Tekan Entri Susulan, lalu Berkas berjalan. Isi nomor lamanya dan tahapnya sekarang; tidak ada nomor baru dan tidak ada tanda terima.',
      },
      {
        when: 'Tanda terima tidak keluar',
        then: 'Permohonan sudah tersimpan. Ikuti kalimat di bawah tanda terima; jangan simpan dua kali.',
      },
      {
        when: 'Tertulis “Mungkin sudah ada di register”',
        then: 'Bandingkan dengan KTP. Bila orang yang sama, perbaiki NIK atau buka berkasnya; bila orang lain, lanjutkan.',
      },
      {
        when: 'Jam praktik bertumpuk dengan tempat lain',
        then: 'Bacakan tempat dan jamnya, lalu tanyakan. Ini peringatan: permohonan tetap dapat disimpan, pemeriksa melihatnya juga.',
      },
      {
        when: 'Lembar asli ditahan kantor',
        then: 'Tekan bentuk berkasnya pada ceklis, centang Asli ditahan kantor. Tanda terima menyebutnya, dan asli dikembalikan saat penyerahan.',
      },
      {
        when: 'Yang sudah disimpan ternyata keliru',
        then: 'Buka berkasnya, Data permohonan, Perbaiki permohonan. Nomornya tetap; tanda terima dicetak lagi sebagai Perbaikan ke-n.',
      },
      {
        when: 'Tanda terima dahulu, data menyusul',
        then: 'Di kantor yang mencetak tanda terima sebelum entri data: Simpan Data Minimum (Ctrl M). Berkas menunggu di tahap entri data; Lengkapi data membukanya, boleh beberapa kali, tanpa dihitung sebagai perbaikan.',
      },
      {
        when: 'Sebuah isian berbingkai merah',
        then: 'Kalimat di bawahnya menyebut apa yang salah dan contoh yang benar. Isian Anda tidak hilang.',
      },
      {
        when: 'Listrik padam, permohonan diterima di kertas',
        then: 'Tekan Entri Susulan. Tulis tanggal dan jam sebenarnya serta alasannya; atasan menyetujui dengan kata sandinya saat disimpan. Izin yang diserahkan di kertas dicatat di Entri Susulan, Penyerahan.',
      },
      {
        when: 'Bersiap sebelum listrik padam',
        then: 'Di Entri Susulan, Formulir, cetak beberapa formulir bernomor untuk loket Anda. Pemohon menerima sobekannya; nomor yang sama diketik atau dipindai saat dicatat kemudian.',
      },
    ],
  },
  dossiers: {
    purpose: 'Memeriksa berkas yang sampai di tahap Anda dan meneruskan, mengembalikan, atau menolaknya.',
    steps: [
      'Pilih berkas di antrean; sisa waktu yang paling sedikit ada di atas.',
      'Bandingkan setiap berkas dengan data permohonan, lalu tandai Sesuai atau Tidak sesuai.',
      'Untuk yang tidak sesuai, tulis apa yang harus diperbaiki; pemohon membaca kalimat itu.',
      'Catat hasil pemeriksaan bila tahap Anda memintanya.',
      'Pilih tindakan di kanan bawah. Catatan Anda dibaca petugas berikutnya.',
    ],
    cases: [
      {
        when: 'Data pemohon atau permohonan keliru',
        then: 'Data permohonan, Perbaiki permohonan: ubah isiannya, tulis alasannya, simpan. Setelah berkas dinyatakan lengkap, atasan menyetujui dengan kata sandinya. Setelah bernomor tidak lagi: batalkan nomornya atau ajukan perubahan.',
      },
      {
        when: 'Perbaikan terhenti di tengah jalan',
        then: 'Yang sudah diketik tersimpan sendiri. Buka Perbaiki permohonan lagi: ketikan Anda ada di sana; Buang ketikan kembali ke data tersimpan.',
      },
      {
        when: 'Data belum lengkap',
        then: 'Tanda terimanya dicetak dengan data minimum. Tekan Lengkapi data, isi yang kurang, simpan; berkas baru dapat diteruskan setelah semuanya ada.',
      },
      {
        when: 'Ada berkas milik orang lain',
        then: 'Pilih berkasnya pada ceklis, Hapus berkas salah orang. Isinya dihapus dari penyimpanan, jejaknya tetap di riwayat, dan persyaratannya diminta lagi.',
      },
      {
        when: 'Tombol tindakan abu-abu',
        then: 'Alasannya tertulis di sebelah kirinya. Tekan tombolnya untuk menuju yang belum lengkap.',
      },
      {
        when: 'Berkas baru saja dikerjakan orang lain',
        then: 'Catatan Anda tetap ada. Tekan Muat ulang untuk melihat keadaan terbaru.',
      },
      {
        when: 'Pemohon bertanya kapan selesai',
        then: 'Buka Waktu: janji, hari yang terpakai, dan sebab setiap hari yang tidak dihitung.',
      },
      {
        when: 'Berkas dikembalikan ke pemohon',
        then: 'Centang setiap yang salah dan tulis alasannya; tanggal tunggunya dapat diganti. Cetak daftar kekurangan dari pita di atas berkas.',
      },
      {
        when: 'Pemohon lama tidak kembali',
        then: 'Berkasnya masuk kelompok Lama tidak diperbaiki. Kantor boleh menutupnya dengan alasan; tidak ada yang tertutup sendiri.',
      },
      {
        when: 'Banyak surat menunggu tanda tangan Anda',
        then: 'Tekan Tandatangani beberapa di bawah antrean. Baca setiap surat, centang dengan Spasi, ketik passphrase satu kali. Passphrase dibuang begitu selesai; yang salah langsung menghentikan semuanya.',
      },
      {
        when: 'Surat ditandatangani dengan aplikasi lain',
        then: 'Buka tanda tangannya, tekan Ditandatangani di luar aplikasi ini: unduh surat, tandatangani tanpa tampilan, lalu bawa masuk PDF itu. Isi dan tanda tangannya diperiksa; yang lain ditolak dengan alasannya.',
      },
      {
        when: 'Pemohon membawa pengganti',
        then: 'Pilih Ganti berkas pada barisnya. Versi lama tetap dapat dilihat.',
      },
    ],
  },
  printing: {
    purpose: 'Memberi nomor, mencetak, dan mencatat tanda tangan surat yang sudah selesai diproses.',
    steps: [
      'Selesaikan dahulu kelompok Belum pasti tercetak dan Gagal.',
      'Pilih surat dan baca pratinjaunya; itulah lembar yang akan keluar.',
      'Beri nomor, lalu cetak. Untuk beberapa surat sekaligus, centang dengan Spasi.',
      'Setelah ditandatangani dengan tinta, catat tanda tangannya dengan hari yang tertulis di surat.',
      'Aktifkan dan teruskan agar surat siap diambil di Penyerahan Izin.',
    ],
    cases: [
      {
        when: 'Lembar belum pasti tercetak',
        then: 'Lihat di baki printer. Pindai QR pada lembarnya, atau pilih Lembar tidak keluar.',
      },
      {
        when: 'Lembar rusak atau kusut',
        then: 'Pilih Cetak Ulang dan tulis alasannya. Musnahkan lembar sebelumnya.',
      },
      {
        when: 'Blangko datang dari percetakan',
        then: 'Buka Blangko, tekan Ctrl+B, lalu tulis nomor pertama, nomor terakhir, dan banyaknya lembar.',
      },
      {
        when: 'Nomor pada blangko berbeda dari yang tertulis di kartu',
        then: 'Buka Blangko, pilih barisnya, lalu Perbaiki Nomor. Nomor yang terlewati dicatat sebagai rusak dengan alasannya.',
      },
      {
        when: 'Kartu Kendali Blangko tidak seimbang di akhir hari',
        then: 'Selesaikan baris yang belum diketahui dan nomor yang terlewati, lalu cetak kartunya.',
      },
      {
        when: 'Surat asli dicetak kedua kalinya',
        then: 'Atasan mengetik nama dan kata sandinya di jendela itu, atau pilih Menyusul hari ini; lembarnya terbuka di Persetujuan susulan sampai atasan menyetujui.',
      },
      {
        when: 'Isi izin salah karena kekeliruan kantor',
        then: 'Buka berkasnya, Surat dan cetakan, Ajukan Ralat. Setelah penanda tangan setuju, loket memperbaiki datanya; izin dicetak, ditandatangani, dan diserahkan lagi dengan nomor yang sama.',
      },
      {
        when: 'Perlu salinan untuk arsip',
        then: 'Buka berkasnya, Surat dan cetakan, lalu Cetak Salinan. Lembarnya bertanda SALINAN dan tidak memakai blangko.',
      },
      {
        when: 'Pemohon meminta fotokopi izinnya dilegalisir',
        then: 'Di kantor yang melegalisir: buka berkas izinnya, Surat dan cetakan, Legalisir Fotokopi. Cocokkan dengan surat aslinya, masukkan fotokopi ke printer, lalu mintakan tanda tangan dan stempel.',
      },
      {
        when: 'Printer bermasalah',
        then: 'Keadaannya tertulis di kepala layar. Perbaiki, lalu Coba Lagi, atau pindahkan ke printer lain.',
      },
    ],
  },
  handover: {
    purpose: 'Menyerahkan izin yang sudah siap kepada pemegangnya atau kuasanya, dengan bukti.',
    steps: [
      'Pindai QR tanda terima pemohon (F4), atau cari nama, NIK, atau nomornya.',
      'Cocokkan KTP dengan data di sebelah kanan, lalu centang.',
      'Untuk kuasa, isi namanya dan hubungannya, dan periksa surat kuasa.',
      'Penerima mengambil beberapa surat: pindai tanda terima berikutnya, atau pilih barisnya (Spasi).',
      'Untuk perpanjangan, perubahan, penggantian, dan pencabutan, tanyakan surat lama yang asli.',
      'Tekan Serahkan Izin (Ctrl Enter) dan minta penerima menandatangani tanda terimanya.',
    ],
    cases: [
      {
        when: 'Tanda terima hilang',
        then: 'Cari dengan nama, cocokkan KTP, pilih Hilang, lalu cetak surat pernyataan dan mintakan tanda tangan.',
      },
      {
        when: 'Surat lama tidak dibawa',
        then: 'Pilih hilang dengan nomor surat kepolisian, atau belum diserahkan dengan alasannya.',
      },
      {
        when: 'Surat baru datang dari pencetakan',
        then: 'Pindai lembarnya, tekan F6, dan tulis letak raknya, misalnya A-12. Selama masih ada yang belum di rak, jumlahnya tertulis di kanan.',
      },
      {
        when: 'Mencari surat di rak',
        then: 'Letaknya tertulis di kolom Rak. Tekan judul kolomnya untuk mengurutkan daftar menurut rak.',
      },
      {
        when: 'Pemohon tidak kunjung datang',
        then: 'Buka Belum diambil, kirim atau bacakan teks pengingat, lalu catat lewat apa.',
      },
      {
        when: 'Izin belum siap diambil',
        then: 'Kalimat di layar menyebut tahapnya sekarang. Sampaikan kepada pemohon.',
      },
      {
        when: 'Permohonan dikembalikan, ditolak, atau dibatalkan',
        then: 'Pemohon boleh mengambil berkasnya: buka Kembalikan berkas, atau pindai tanda terimanya. Centang yang ada di map, periksa kartunya, lalu Ctrl Enter; tanda terima pengembalian tercetak.',
      },
      {
        when: 'Berkas asli atau surat lama tertinggal',
        then: 'Tulis alasannya saat menyerahkan. Berkasnya pindah ke Belum tuntas sampai aslinya dikembalikan atau surat lamanya dicatat.',
      },
      {
        when: 'Ada beberapa nama yang sama',
        then: 'Ketik nama lalu Enter: daftar yang terbuka dipersempit. Panah bawah menuju daftarnya, Tampilkan semua mengembalikannya.',
      },
    ],
  },
  reports: {
    purpose:
      'Angka satu hari, berkas di balik setiap angka, register, dan laporannya untuk dicetak atau diunduh.',
    steps: [
      'Pilih hari dengan panah kiri dan kanan, atau buka kalender.',
      'Pilih sebuah angka dan tekan Enter untuk melihat berkas di baliknya.',
      'Buka Izin terbit, Register keluar, atau Register masuk untuk daftar hari itu; Cetak Register membuat lembarnya.',
      'Cetak (Ctrl P), atau unduh sebagai PDF atau XLSX.',
    ],
    cases: [
      {
        when: 'Angka berubah saat dilihat',
        then: 'Angka hari ini mengikuti pekerjaan loket. Pukul berapa angkanya tertulis di samping harinya.',
      },
    ],
  },
  ...officeHelp,
}
