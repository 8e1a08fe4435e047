/** Words of which the sample office is made. Every person is invented: family names are places and plants. */
export const womensNames =
  `Kinanti Larasati Melati Ratih Wulandari Sekar Hanisa Rosmalia Melinda Fitrah Saraswati Anindya Puspita Nirmala
  Cempaka Dahlia Kartika Maharani Intan Yuliana Rahmawati Nurhaliza Theresia Maria Veronika Agustina Debora Natalia
  Lestari Ayuningtyas Widuri Salsabila Humairah Khairunnisa Mawarni Permata Rinjani Suryani Utami Zahra`.split(
    /\s+/,
  )

export const mensNames =
  `Yulianto Dodi Petrus Hendro Gusti Yulius Galih Bagus Rakasiwi Banyu Satria Wirayudha Dimas Bayu Arjuna Fajar
  Gilang Hadi Iskandar Januar Krisna Lukman Mahendra Nugraha Oktavianus Pradana Rahadian Stefanus Teguh Umar
  Viktor Wahyu Yohanes Zulkifli Syarif Ardian Benediktus Cahya Ramadhan Marselinus`.split(/\s+/)

export const familyNames =
  `Sebangki Sekayam Kubutama Kertasari Mensiku Sambas Landakoro Siantari Sukalanting Ambawang Kapuasari Sekadaun
  Sambasuri Paloh Mempawanto Kapuas Bengkayang Ketapangi Sanggauri Sintangi Melawiani Kayongan Tayani Ngabangi
  Singkawangi Pemangkati Jungkati Mandori Toho Menjalini Sungailaur Nangapinoh Putussibau Badauri Semitau Rengasi
  Meranti Tengkawang Belian Ulinari Gaharu Kenari Rambutani Langsatan Duriani Cempedak Nipahari Bakauni`.split(
    /\s+/,
  )

export interface SampleFacility {
  readonly kind: 'facility' | 'independent'
  readonly name: string
  readonly address: string
}

/** Workplaces by name and street; the kelurahan comes from the office's own list. Independent ones bear their holder's name. */
export const facilities: readonly SampleFacility[] = [
  { kind: 'facility', name: 'RSUD Kota Pontianak', address: 'Jalan Kom Yos Sudarso' },
  { kind: 'facility', name: 'RS Bahari Medika', address: 'Jalan Khatulistiwa Nomor 118' },
  { kind: 'facility', name: 'RS Bunda Kapuas', address: 'Jalan Tanjung Raya I Nomor 27' },
  { kind: 'facility', name: 'Klinik Pratama Siantan Sehat', address: 'Jalan Gusti Situt Mahmud Nomor 45' },
  { kind: 'facility', name: 'Klinik Pratama Teratai', address: 'Jalan Danau Sentarum Nomor 9' },
  { kind: 'facility', name: 'Klinik Utama Mata Khatulistiwa', address: 'Jalan Sultan Abdurrahman Nomor 71' },
  { kind: 'facility', name: 'Klinik Pratama Parit Tokaya Medika', address: 'Jalan Parit Tokaya Nomor 3' },
  { kind: 'facility', name: 'Puskesmas Sungai Duri Dalam', address: 'Jalan Merdeka Barat Nomor 210' },
  { kind: 'facility', name: 'Puskesmas Telaga Biru', address: 'Jalan Selat Panjang Nomor 14' },
  { kind: 'facility', name: 'Puskesmas Pulau Layang', address: 'Jalan Tritura Gang Angket 2' },
  { kind: 'facility', name: 'Klinik Ibu dan Anak Anggrek Hitam', address: 'Jalan Ahmad Yani Nomor 88' },
  { kind: 'facility', name: 'Klinik Hemodialisis Bina Ginjal', address: 'Jalan Veteran Nomor 36' },
  { kind: 'independent', name: 'Praktik mandiri', address: 'Jalan Purnama Gang Purnama Jaya 7' },
  { kind: 'independent', name: 'Praktik mandiri', address: 'Jalan Husein Hamzah Nomor 152' },
  { kind: 'independent', name: 'Praktik mandiri', address: 'Jalan Karya Baru Nomor 21' },
]

export const streets =
  `Jalan Khatulistiwa Gang Teluk Indah;Jalan Merdeka Barat Gang Nuri;Jalan Kom Yos Sudarso Gang Alpukat;Jalan Tanjung Raya II Gang Sejahtera;
Jalan Purnama Gang Anggrek;Jalan Sungai Raya Dalam Gang Bambu;Jalan Husein Hamzah Gang Beringin;Jalan Prof. M. Yamin Gang Morodadi;
Jalan Tabrani Ahmad Gang Kurnia;Jalan Parwasal Gang Swasembada;Jalan Selat Sumba Gang Mawar;Jalan Ampera Gang Cendana`
    .split(';')
    .map((street) => street.trim())

export const schedules: readonly {
  readonly days: readonly string[]
  readonly from: string
  readonly until: string
}[][] = [
  [{ days: ['mon', 'tue', 'wed'], from: '17.00', until: '20.00' }],
  [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08.00', until: '14.00' }],
  [{ days: ['mon', 'wed', 'fri'], from: '16.00', until: '19.00' }],
  [
    { days: ['mon', 'tue', 'wed', 'thu'], from: '08.00', until: '14.00' },
    { days: ['fri'], from: '08.00', until: '11.00' },
  ],
  [{ days: ['tue', 'thu', 'sat'], from: '18.00', until: '21.00' }],
]

export const returnReasons = [
  'STR buram, nomor dan masa berlakunya tidak terbaca. Pindai ulang dengan 200 dpi.',
  'Pas foto belum berlatar merah. Kirim foto 4×6 terbaru.',
  'Surat keterangan tempat praktik belum ditandatangani pimpinan fasilitas.',
  'KTP terpotong di sisi kanan. Pindai seluruh kartu.',
]

export const refusalReasons = [
  'Tempat praktik tidak memiliki izin operasional yang berlaku.',
  'Surat keterangan tempat praktik diterbitkan untuk orang lain.',
  'STR yang dilampirkan bukan untuk profesi yang dimohonkan.',
]

export const withdrawalReasons = [
  'Pemohon pindah tugas ke kota lain.',
  'Pemohon memilih tempat praktik lain dan akan mengajukan permohonan baru.',
]

export const reprintReasons = [
  'Kertas tersangkut, lembar kusut.',
  'Tinta habis di tengah halaman.',
  'Kop surat tercetak miring.',
]
