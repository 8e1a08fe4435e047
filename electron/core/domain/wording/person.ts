import { monthName, longDate } from '../indonesian.ts'
import type { EmailRefusal } from '../email.ts'
import type { NikFactsRefusal, NikRefusal } from '../nik.ts'
import type { NipRefusal } from '../nip.ts'
import type { PersonNameRefusal } from '../person-name.ts'
import type { PhoneRefusal } from '../phone.ts'
import type { PostalCodeRefusal } from '../postal-code.ts'
import type { RtRwRefusal } from '../rt-rw.ts'
import { quoted } from './wording.ts'
import type { Wording } from './wording.ts'

export type PersonRefusal =
  | NikRefusal
  | NikFactsRefusal
  | PersonNameRefusal
  | PhoneRefusal
  | EmailRefusal
  | RtRwRefusal
  | PostalCodeRefusal
  | NipRefusal

const phoneKinds = {
  mobile: ['Nomor HP', '10 sampai 13', '0812-5500-0173'],
  landline: ['Nomor telepon rumah', '9 sampai 12', '0561-733210'],
  foreign: ['Nomor luar negeri', '8 sampai 15', '+60 12 345 6789'],
} as const

const missingDay = (day: number, month: number): string =>
  month >= 1 && month <= 12 ? `${day} ${monthName(month)} tidak ada` : `bulan ${month} tidak ada`

export const personWording: Wording<PersonRefusal> = {
  'nik-empty': () => 'NIK belum diisi. Ketik 16 angka seperti tertulis di KTP.',
  'nik-not-digits': ({ stranger }) =>
    `NIK memuat tanda ${quoted(stranger)}. Ketik 16 angka seperti tertulis di KTP, misalnya 6171 0447 0894 0003.`,
  'nik-length': ({ digits }) =>
    `NIK ${digits < 16 ? `baru ${digits} angka` : `berisi ${digits} angka, lebih ${digits - 16}`}. Ketik 16 angka seperti tertulis di KTP.`,
  'nik-region': ({ regionCode }) =>
    `Enam angka pertama NIK, ${regionCode}, bukan kode wilayah. Cocokkan dengan KTP; contoh yang benar 617104.`,
  'nik-birth-date': ({ digits, day, month }) =>
    `Angka ke-7 sampai ke-12 NIK, ${digits}, bukan tanggal lahir: ${missingDay(day, month)}. Cocokkan dengan KTP; pada perempuan tanggalnya ditambah 40, misalnya 470894 untuk 7 Agustus 1994.`,
  'nik-age': ({ birthDate, age }) =>
    `Menurut NIK pemohon lahir ${longDate(birthDate)}, berusia ${age} tahun. Cocokkan angka ke-7 sampai ke-12 dengan KTP.`,
  'nik-serial': () =>
    'Empat angka terakhir NIK tidak mungkin 0000. Cocokkan dengan KTP; contoh yang benar 0003.',

  'name-empty': () => 'Nama belum diisi. Ketik seperti tertulis di KTP, misalnya Kinanti Sebangki.',
  'name-digits': ({ typed }) =>
    `Nama ${quoted(typed)} memuat angka. Ketik huruf saja, misalnya Kinanti Sebangki.`,
  'name-characters': ({ stranger }) =>
    `Nama memuat tanda ${quoted(stranger)}. Hapus tanda itu; titik, koma, dan tanda petik boleh, misalnya dr. Ma'ruf, Sp.PD.`,
  'name-long': ({ length, most }) =>
    `Nama berisi ${length} huruf, paling banyak ${most}. Singkat gelarnya, bukan namanya.`,

  'phone-empty': () => 'Nomor telepon belum diisi. Ketik nomor HP, misalnya 0812-5500-0173.',
  'phone-characters': ({ stranger }) =>
    `Nomor telepon memuat tanda ${quoted(stranger)}. Ketik angka saja, misalnya 0812-5500-0173.`,
  'phone-start': ({ typed }) =>
    `Awal nomor ${quoted(typed)} tidak dikenal. Awali dengan 08 untuk HP atau kode wilayah, misalnya 0561-733210.`,
  'phone-length': ({ kind, digits }) => {
    const [name, span, example] = phoneKinds[kind]
    return `${name} berisi ${digits} angka, seharusnya ${span}. Ketik lengkap, misalnya ${example}.`
  },

  'email-empty': () => 'Alamat e-mail belum diisi. Ketik misalnya kinanti@contoh.id.',
  'email-at': ({ typed }) =>
    `Alamat e-mail ${quoted(typed)} perlu tepat satu tanda @. Ketik misalnya kinanti@contoh.id.`,
  'email-space': ({ typed }) =>
    `Alamat e-mail ${quoted(typed)} memuat spasi. Hapus spasinya, misalnya kinanti@contoh.id.`,
  'email-name': ({ typed }) =>
    `Bagian sebelum @ pada ${quoted(typed)} tidak dapat dipakai. Ketik huruf, angka, atau titik di tengah, misalnya kinanti.s@contoh.id.`,
  'email-domain': ({ typed }) =>
    `Bagian sesudah @ pada ${quoted(typed)} belum lengkap. Ketik sampai akhirannya, misalnya kinanti@contoh.id.`,

  'rt-rw-malformed': ({ typed }) =>
    `RT/RW ${quoted(typed)} tidak terbaca. Ketik keduanya dengan garis miring, misalnya 003/012.`,
  'postal-code-malformed': ({ typed, digits }) =>
    digits === 5
      ? `Kode pos ${quoted(typed)} tidak terbaca. Ketik 5 angka yang tidak diawali 0, misalnya 78123.`
      : `Kode pos ${quoted(typed)} berisi ${digits} angka. Ketik 5 angka, misalnya 78123.`,

  'nip-empty': () => 'NIP belum diisi. Ketik 18 angka, misalnya 19761108 200212 2 003.',
  'nip-not-digits': ({ stranger }) =>
    `NIP memuat tanda ${quoted(stranger)}. Ketik 18 angka, misalnya 19761108 200212 2 003.`,
  'nip-length': ({ digits }) =>
    `NIP ${digits < 18 ? `baru ${digits} angka` : `berisi ${digits} angka, lebih ${digits - 18}`}. Ketik 18 angka, misalnya 19761108 200212 2 003.`,
  'nip-birth-date': ({ digits }) =>
    `Delapan angka pertama NIP, ${digits}, bukan tanggal lahir. Cocokkan dengan SK; susunannya tahun, bulan, tanggal, misalnya 19761108.`,
  'nip-sex': ({ digit }) =>
    `Angka ke-15 NIP tertulis ${digit}. Cocokkan dengan SK; 1 untuk laki-laki, 2 untuk perempuan.`,
  'nip-serial': () => 'Tiga angka terakhir NIP tidak mungkin 000. Cocokkan dengan SK; contoh yang benar 003.',
}
