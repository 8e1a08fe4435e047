import type { HelpPage } from './help-page.ts'

/** Help of the screens that are opened now and then: services, books, people, settings. */
export const officeHelp = {
  information: {
    purpose:
      'Standar pelayanan setiap jenis izin: persyaratan, langkah, waktu, biaya, hasil, dan dasar hukumnya hari ini.',
    steps: [
      'Ketik sebagian nama, kode, atau profesi, lalu pilih jenis izinnya.',
      'Pilih jenis permohonannya: baru, perpanjangan, perubahan, pengganti, atau pencabutan.',
      'Bacakan kepada yang bertanya, atau cetak (Ctrl P) untuk dibawa pulang.',
      'Ctrl B mencetak formulir permohonan dan surat pernyataan kosong; yang diminta persyaratan sudah tercentang.',
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
  wall: {
    purpose:
      'Angka kantor saat ini untuk layar di dinding, terbaca dari beberapa meter dan ikut berubah sendiri. Tidak memuat nama pemohon.',
    steps: [
      'Buka di komputer yang layarnya terlihat semua petugas, lalu biarkan.',
      'Angka berubah sendiri setiap ada yang menerima, menerbitkan, atau menyerahkan, di loket mana pun.',
      'Esc kembali ke Beranda. Bila sudah lama tidak disentuh, kata sandi diminta dahulu.',
    ],
    cases: [
      {
        when: 'Angka tidak berubah',
        then: 'Lihat jam di kanan atas. Bila jamnya berhenti, buka aplikasi lagi di komputer itu.',
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
      'Isi server e-mail di E-mail, lalu kirim e-mail percobaan. Kata sandinya tersimpan terkunci.',
      'Isi alamat, client ID, dan kata rahasia di Portal. Uji sambungan menyebut bagian mana yang gagal: nama, TLS, masuk, atau versi.',
      'Atur printer: Cari printer menampilkan antrean komputer ini dan printer di jaringan kantor. Pilih dokumen yang dicetak di sana.',
      'Tekan Cetak uji, lalu jawab yang terlihat di lembarnya: aplikasi mempelajari lebar, QR, huruf, dan pemotongnya.',
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
      {
        when: 'Portal terputus, dijeda, atau berhenti',
        then: 'Loket tetap bekerja; yang belum terkirim tersimpan. Tekan tanda portal di atas layar untuk melihat sebabnya, atau Kirim sekarang. Hanya kata rahasia, versi, dan kode kantor yang perlu diperbaiki administrator.',
      },
      {
        when: 'Antrean printer dijeda',
        then: 'Buka printernya, lalu tekan Lanjutkan antrean. Bila ditolak, kalimatnya menyebut perintah untuk pengelola komputer.',
      },
    ],
  },
  survey: {
    purpose:
      'Survei Kepuasan Masyarakat menurut PermenPAN-RB 14/2017: sembilan unsur, tanpa nama. Ditawarkan setelah penyerahan, atau diketik dari lembar kertas.',
    steps: [
      'Setelah penyerahan, tekan Isi di layar ini lalu balikkan layar ke pemohon, atau Kirim ke layar kedua.',
      'Buka layar survei membuka jendela untuk layar kedua. Geser ke layar itu dan biarkan terbuka sepanjang hari.',
      'Lembar dari kotak survei diketik di sini: tanggal, layanan, lalu 1 sampai 4 untuk tiap unsur.',
      'Hasilnya, IKM dan mutu tiap unsur, dibaca atasan di Laporan › Survei kepuasan.',
    ],
    cases: [
      {
        when: 'Pemohon tidak ingin menjawab',
        then: 'Tekan Tidak sekarang. Satu permohonan hanya ditawari satu kali, dan yang menolak tidak dihitung.',
      },
      {
        when: 'Pemohon khawatir jawabannya diketahui petugas',
        then: 'Jawaban disimpan tanpa nama, tanpa nomor permohonan, dan hanya dengan jam; tidak ada jalan kembali ke orangnya.',
      },
    ],
  },
  portal: {
    purpose:
      'Yang ditinggalkan sinkronisasi kepada orang: isian yang berbeda, kiriman yang ditolak portal, kiriman portal tanpa tempat, dan permintaan akun. Yang lain berjalan sendiri.',
    steps: [
      'Konflik: bandingkan isian kantor dan portal, lalu tekan K untuk isian kantor atau P untuk isian portal. Pilihan tercatat di riwayat dan dikirim.',
      'Ditolak portal: baca isian dan sebabnya, perbaiki di berkasnya, lalu Kirim lagi. Daftar ini tidak pernah kosong sendiri.',
      'Perlu tempat: coba lagi, tempatkan pada syarat yang benar, satukan pemohon yang sama, atau catat apa yang sudah dilakukan.',
      'Permintaan akun: cocokkan identitas bila NIK sudah terdaftar, lalu setujui atau tolak dengan alasan sebelum batas waktunya.',
    ],
    cases: [
      {
        when: 'Portal terputus',
        then: 'Pilihan dan perbaikan tetap tersimpan dan dikirim begitu tersambung. Loket tidak menunggu.',
      },
      {
        when: 'NIK sudah dipakai pemohon lain di portal',
        then: 'Cocokkan kartu identitasnya. Bila orangnya sama, satukan di Perlu tempat; bila tidak, hubungi pengelola portal.',
      },
      {
        when: 'Yang ditolak tidak dapat diperbaiki di loket',
        then: 'Kolom Keadaan menyebut siapa yang dapat memperbaiki. Ekspor CSV menyimpan daftarnya untuk administrator atau pengelola portal.',
      },
      {
        when: 'Petugas lain sudah memilih',
        then: 'Anda diberi tahu siapa, kapan, dan apa yang dipilihnya. Tidak ada yang dipilih dua kali.',
      },
    ],
  },
  mails: {
    purpose:
      'Izin dan surat bertanda tangan elektronik yang dikirim ke e-mail pemohon: mana yang berangkat, mana yang terkirim, dan mana yang perlu Anda tangani.',
    steps: [
      'Perlu ditangani menampilkan alamat yang ditolak, e-mail yang kembali, yang gagal, dan yang belum pasti terkirim.',
      'Tanyakan alamat yang benar kepada pemohon, tulis, lalu Kirim ke alamat ini. E-mail lama tetap tersimpan.',
      'E-mail yang menunggu dapat dikirim sekarang dengan S, atau dibatalkan agar izinnya diserahkan di loket.',
      'Bukti pengiriman memuat waktu, alamat, jawaban server, dan Message-ID.',
    ],
    cases: [
      {
        when: 'Belum pasti terkirim',
        then: 'Sambungan putus setelah e-mail diserahkan, jadi server mungkin sudah menerimanya. Aplikasi tidak mengirim lagi sendiri. Tanyakan kepada pemohon: sudah menerima, atau kirim lagi.',
      },
      {
        when: 'E-mail kembali ke kotak surat kantor',
        then: 'Buka Selesai, pilih e-mail itu, tekan K. Kirim ke alamat lain, atau catat bagaimana izin sampai ke pemegangnya.',
      },
      {
        when: 'Server e-mail kantor berganti',
        then: 'Administrator mengubahnya di Pengaturan › E-mail dan mengirim e-mail percobaan. Yang menunggu berangkat sendiri.',
      },
    ],
  },
  complaints: {
    purpose:
      'Pengaduan tentang layanan dari semua saluran kantor, dan konsultasi di loket atau lewat telepon. Nama dan kontak tertutup di daftar, dan terbuka pada pengaduan yang dipilih.',
    steps: [
      'Tekan Ctrl+B: pilih saluran dan pokoknya, tulis isinya, lalu cari berkasnya bila ada. Nomor dan batas jawab diberikan saat disimpan.',
      'Cetak tanda terima untuk pengadu yang datang.',
      'Beri tahu pengadu, teruskan ke bagian yang menangani, lalu catat jawabannya. Setiap langkah tercatat dengan nama dan waktu.',
      'Selesaikan setelah dijawab. Tanpa jawaban, alasannya ditulis.',
      'Tekan F3 di layar mana pun untuk mencatat konsultasi: layanan, yang ditanyakan, dan caranya. Daftarnya di Konsultasi.',
    ],
    cases: [
      {
        when: 'Pengadu tidak mau menyebut nama',
        then: 'Tandai Tanpa nama. Jawabannya diumumkan di kantor.',
      },
      {
        when: 'Batas jawab terlewat',
        then: 'Pengaduan itu berwarna merah dan tampil paling atas, hari mana pun yang dipilih, sampai dijawab.',
      },
      {
        when: 'Petugas lain sudah menjawab',
        then: 'Anda diberi tahu siapa, kapan, dan apa yang dilakukannya. Yang Anda tulis masih ada.',
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
} satisfies Readonly<Record<string, HelpPage>>
