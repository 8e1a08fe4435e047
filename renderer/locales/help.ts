import { shellWords } from './shell.ts'

export interface HelpPage {
  /** What the screen is for, in one or two sentences. */
  purpose: string
  /** The work in its order. */
  steps: readonly string[]
  /** What to do when something is not as usual. */
  cases: readonly { when: string; then: string }[]
}

/** Words of F1: one page per screen. */
export const helpWords = {
  title: (screen: string) => `Bantuan: ${screen}`,
  unknownScreen: 'layar ini',
  steps: 'Langkah',
  cases: 'Bila …',
  keys: 'Tombol pintas di layar ini',
  everywhere:
    'Di layar mana pun: pindai QR tanda terima atau surat izin untuk membuka berkasnya; Ctrl K mencari nama, NIK, atau nomor.',
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
        then: 'Pindai lembarnya, tekan F6, dan tulis letak raknya, misalnya A-12.',
      },
      {
        when: 'Pemohon tidak kunjung datang',
        then: 'Buka Belum diambil, kirim atau bacakan teks pengingat, lalu catat lewat apa.',
      },
      {
        when: 'Izin belum siap diambil',
        then: 'Kalimat di layar menyebut tahapnya sekarang. Sampaikan kepada pemohon.',
      },
    ],
  },
  reports: {
    purpose:
      'Angka satu hari, berkas di balik setiap angka, register, dan laporannya untuk dicetak atau diunduh.',
    steps: [
      'Pilih hari dengan panah kiri dan kanan, atau buka kalender.',
      'Pilih sebuah angka dan tekan Enter untuk melihat berkas di baliknya.',
      'Buka Izin terbit atau Register keluar untuk daftar surat hari itu.',
      'Cetak (Ctrl P), atau unduh sebagai PDF atau XLSX.',
    ],
    cases: [
      {
        when: 'Angka berubah saat dilihat',
        then: 'Angka hari ini mengikuti pekerjaan loket. Pukul berapa angkanya tertulis di samping harinya.',
      },
    ],
  },
  information: {
    purpose:
      'Standar pelayanan setiap jenis izin: persyaratan, langkah, waktu, biaya, hasil, dan dasar hukumnya hari ini.',
    steps: [
      'Ketik sebagian nama, kode, atau profesi, lalu pilih jenis izinnya.',
      'Pilih jenis permohonannya: baru, perpanjangan, perubahan, pengganti, atau pencabutan.',
      'Bacakan kepada yang bertanya, atau cetak (Ctrl P) untuk dibawa pulang.',
      'Petugas loket: catat konsultasinya (Ctrl Enter). Nama yang bertanya tidak disimpan.',
    ],
    cases: [
      {
        when: 'Izin diajukan di tempat lain',
        then: 'Layar menyebut ke mana, langkahnya, dan apa yang disiapkan. Lembar cetaknya memuat hal yang sama.',
      },
      {
        when: 'Kertas tidak keluar',
        then: 'Keadaannya tertulis di samping tombol cetak. Selesaikan di Pencetakan, atau pilih printer lain.',
      },
      {
        when: 'Salah mencatat cara bertanya',
        then: 'Catat lagi dengan cara yang benar; jumlahnya hanya hitungan, tidak memengaruhi berkas mana pun.',
      },
    ],
  },
  dispatch: {
    purpose:
      'Mencatat surat dan salinan berkas yang dibawa ke luar kantor, sampai penerimanya menandatangani. Setiap baris bernomor urut.',
    steps: [
      'Tekan Ctrl B, isi macam, tujuan, dan pembawa, lalu Ctrl Enter. Nomor baris keluar saat disimpan.',
      'Cetak slipnya bila surat dibawa tanpa buku; slip yang kembali bertanda tangan dipindai.',
      'Setelah diterima, pilih barisnya atau pindai QR slip, isi nama penerima, lalu Ctrl Enter.',
    ],
    cases: [
      {
        when: 'Baris bertanda Perlu ditanyakan',
        then: 'Belum ada yang menerima setelah beberapa hari. Tanyakan kepada pembawa atau tujuannya, lalu catat.',
      },
      {
        when: 'Salah tulis',
        then: 'Batalkan baris dengan alasannya; nomornya tetap tercatat. Buat baris baru untuk surat yang benar.',
      },
      {
        when: 'Surat tentang satu berkas',
        then: 'Di Berkas, bagian Data permohonan, tekan Catat di Buku Ekspedisi: isian yang diketahui sudah terisi.',
      },
      {
        when: 'Buku perlu ditandatangani di kertas',
        then: 'Pilih tanggalnya, lalu Ctrl P: buku tercetak dengan tempat paraf pada setiap baris.',
      },
    ],
  },
  deputies: {
    purpose:
      'Menunjuk siapa yang mengerjakan antrean petugas yang tidak masuk, dari hari pertama sampai hari terakhir. Setelah itu berakhir sendiri.',
    steps: [
      'Tekan Ctrl B, pilih petugas yang tidak masuk dan penggantinya, lalu isi hari dan sebabnya.',
      'Simpan dengan Ctrl Enter. Pada hari-hari itu pengganti melihat antrean dan tombol petugas yang digantikan.',
      'Riwayat berkas menyebut keduanya: siapa yang mengerjakan, dan sebagai pengganti siapa.',
    ],
    cases: [
      {
        when: 'Petugas masuk lebih cepat',
        then: 'Pilih barisnya, lalu Akhiri sekarang. Yang sudah dikerjakan pengganti tetap tercatat atas namanya.',
      },
      {
        when: 'Pejabat penanda tangan berhalangan',
        then: 'Itu bukan di sini: Plh. dan Plt. diatur pada profil kantor (Pengaturan, Pejabat). Pengganti tidak dapat menandatangani.',
      },
      {
        when: 'Persetujuan kedua diminta',
        then: 'Pengganti boleh menyetujui pekerjaan orang lain, tetapi tidak pekerjaannya sendiri.',
      },
    ],
  },
  agenda: {
    purpose:
      'Rapat kajian teknis dan peninjauan lapangan: kapan, di mana, siapa yang ditugaskan, untuk berkas mana, dan hasilnya. Setiap jadwal punya satu surat tugas bernomor.',
    steps: [
      'Pilih hari dengan panah; PageUp dan PageDown ke bulan lain. Hari libur kantor berwarna abu-abu.',
      'Tekan N untuk menjadwalkan: pilih berkas, isi waktu, tempat, maksud, dan tim dengan satu ketua.',
      'Simpan. Surat tugas diberi nomor dan masuk ke Pencetakan untuk ditandatangani.',
      'Sesudah terlaksana, tekan H dan catat siapa yang hadir serta hasil singkatnya. Lalu catat berita acara atau rekomendasi pada berkasnya.',
    ],
    cases: [
      {
        when: 'Ada peringatan saat menyimpan',
        then: 'Kantor tutup, di luar jam kantor, atau anggota tim bertugas di tempat lain. Ubah, atau simpan lagi bila memang begitu.',
      },
      {
        when: 'Jadwal harus diundur',
        then: 'Tekan U, isi waktu baru dan alasannya. Nomor surat tugas tetap, suratnya dicetak lagi, dan pemohon masuk daftar Perlu Dikabari. Jangka waktu tetap berjalan.',
      },
      {
        when: 'Satu berkas dibatalkan atau dikembalikan',
        then: 'Berkas itu keluar sendiri dan tampil dicoret; berkas lain tetap pada jadwalnya.',
      },
      {
        when: 'Petugas lain sudah mengubah jadwal yang sama',
        then: 'Anda diberi tahu siapa dan kapan. Muat ulang, lalu putuskan lagi.',
      },
    ],
  },
  settings: {
    purpose:
      'Mengatur pengguna, printer, hari libur, dan nomor surat kantor ini. Hanya administrator yang membukanya.',
    steps: [
      'Tambahkan pengguna dengan perannya; peran menentukan layar mana yang tampil.',
      'Nonaktifkan pengguna yang pindah tugas. Namanya tetap ada di riwayat.',
      'Atur printer: nama, alamat, dan dokumen yang dicetak di sana.',
      'Ubah hari libur di Kalender, dengan dasarnya. Janji berkas yang berjalan dihitung ulang.',
      'Bawa izin lama masuk di Awal pemakaian: satu per satu, atau dari tabel dengan Impor tabel. Tutup bagian itu setelah semuanya masuk.',
      'Lihat seri di Nomor: nomor berikutnya, celah, dan nomor batal. Isi nomor terakhir buku register di sana.',
      'Baca Pejabat, Alur, dan Jenis izin: siapa menandatangani pada tanggal tertentu, tahap demi tahap alur kantor, dan apa yang diminta setiap jenis izin.',
    ],
    cases: [
      {
        when: 'Seseorang lupa kata sandi',
        then: 'Buka penggunanya, tulis kata sandi baru, lalu sampaikan langsung kepadanya.',
      },
      {
        when: 'Pejabat, alur, atau persyaratan berubah',
        then: 'Ubah berkas yang disebut di atas daftarnya, lalu tutup dan buka lagi aplikasi. Berkas yang salah ditolak dengan nama berkas, baris, dan isiannya; kantor terus bekerja dengan aturan terakhir yang benar.',
      },
      {
        when: 'Sebagian baris tabel izin lama salah',
        then: 'Catat dahulu yang baik. Perbaiki sisanya di lembar kerja, lalu impor berkas yang sama sekali lagi: yang sudah ada tidak berubah.',
      },
      {
        when: 'Printer tidak menjawab',
        then: 'Periksa daya dan kabelnya, lalu cocokkan alamatnya dengan lembar pengaturan printer.',
      },
    ],
  },
  notices: {
    purpose:
      'Pemohon yang menurut alur kantor harus diberi tahu: berkas dikembalikan, diterima lengkap, siap diambil, atau ditolak. Teksnya sudah jadi; Anda tinggal menyampaikannya.',
    steps: [
      'Pilih pemohon dengan panah; yang paling lama menunggu di atas.',
      'Tekan S untuk menyalin teks WhatsApp, tempel di WhatsApp Anda, lalu kirim. Atau telepon dan bacakan teks telepon.',
      'Catat hasilnya: Sudah dihubungi, Tidak terjawab, atau Nomor salah. Setiap percobaan tersimpan di riwayat berkas.',
      'Yang sudah dihubungi keluar dari daftar dan tampil di Sudah dikabari.',
    ],
    cases: [
      {
        when: 'Tidak ada nomor, atau bukan nomor seluler',
        then: 'Telepon nomor itu, atau tekan P untuk mencetak slip yang diberikan atau dikirim kepada pemohon.',
      },
      {
        when: 'Berkas bergerak lagi sebelum pemohon dikabari',
        then: 'Kabar lama gugur sendiri dan tidak dapat dicatat lagi; kabar yang baru menggantikannya.',
      },
      {
        when: 'Petugas lain sudah menghubungi',
        then: 'Anda diberi tahu siapa dan pukul berapa. Tidak ada yang tercatat dua kali.',
      },
      {
        when: 'Teksnya ingin diubah',
        then: 'Teks diatur di berkas assets/templates/notice.json, atau notice-KANTOR.json untuk satu kantor, dan diperiksa saat aplikasi dibuka.',
      },
    ],
  },
}
