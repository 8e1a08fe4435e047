import type {
  EsignPart,
  EsignRefusal,
  SignerNikRefusal,
  SigningAccountRefusal,
  SigningServiceRefusal,
} from '../signing-service.ts'
import { quoted } from './wording.ts'

type ServiceRefusal = Exclude<EsignRefusal, { code: 'passphrase-wrong' }> | SignerNikRefusal

const unreachable: Readonly<Record<Extract<EsignRefusal, { code: 'signing-unreachable' }>['why'], string>> = {
  name: 'Alamat layanan tanda tangan tidak dikenal di jaringan ini. Periksa jaringan kantor, lalu alamatnya di Pengaturan.',
  connection: 'Layanan tanda tangan tidak dapat dihubungi. Periksa jaringan kantor, lalu coba lagi.',
  tls: 'Sertifikat TLS layanan tanda tangan tidak dipercaya, jadi tidak ada yang dikirim. Laporkan kepada Diskominfo.',
  silent: 'Layanan tanda tangan tidak menjawab selama dua menit. Coba lagi beberapa saat lagi.',
}

/** The sentence: what happened and what to do. Nothing has been signed in any of these cases. */
export function sayEsignRefusal(refusal: ServiceRefusal): string {
  switch (refusal.code) {
    case 'signer-nik-malformed':
      return 'NIK penanda tangan terdiri atas 16 angka. Periksa lagi pada KTP.'
    case 'totp-needed':
      return 'Layanan tanda tangan meminta kode sekali pakai (TOTP). Tandatangani dari berkasnya satu per satu: minta kodenya, lalu ketik.'
    case 'totp-wrong':
      return 'Kode sekali pakai salah atau sudah kedaluwarsa. Minta kode baru, lalu ketik yang terakhir Anda terima.'
    case 'signing-unreachable':
      return `Surat belum ditandatangani. ${unreachable[refusal.why]}`
    case 'signing-account-refused':
      return 'Akun layanan tanda tangan ditolak. Periksa nama akun dan kata sandinya; akun diberikan oleh Diskominfo.'
    case 'signer-unknown':
      return 'NIK ini tidak punya sertifikat yang berlaku di BSrE. Periksa NIK, atau perbarui sertifikat melalui verifikator BSrE instansi Anda.'
    case 'signing-refused':
      return `Layanan tanda tangan menolak${refusal.number === null ? '' : ` (kode ${refusal.number})`}, surat belum ditandatangani. Coba lagi; bila terulang, sampaikan kodenya kepada Diskominfo.`
    case 'signing-answer-foreign':
      return 'Yang menjawab bukan layanan tanda tangan, mungkin halaman masuk jaringan. Surat belum ditandatangani. Masuk dahulu ke jaringan kantor, lalu coba lagi.'
  }
}

/** The sentence at the field of the address. */
export function saySigningServiceRefusal(refusal: SigningServiceRefusal): string {
  switch (refusal.code) {
    case 'signing-url-invalid':
      return `${quoted(refusal.typed)} bukan alamat layanan. Tulis seperti https://esign.kota.go.id.`
    case 'signing-url-open':
      return 'Alamat ini tanpa TLS, sehingga passphrase dapat terbaca di jaringan. Pakai alamat https.'
  }
}

const parts: Readonly<Record<EsignPart, string>> = {
  address: 'alamat',
  network: 'jaringan',
  tls: 'sertifikat TLS',
  answer: 'jawaban layanan',
  account: 'akun',
  signer: 'penanda tangan',
}

/** Where the way to the service ended. */
export const sayEsignPart = (part: EsignPart): string => `Yang gagal: ${parts[part]}.`

/** The sentence at the field of the office's account. */
export function saySigningAccountRefusal(refusal: SigningAccountRefusal): string {
  switch (refusal.code) {
    case 'signing-username-missing':
      return 'Nama akun belum diisi. Tulis akun layanan dari Diskominfo.'
    case 'signing-password-needed':
      return 'Kata sandi akun belum tersimpan di komputer ini. Ketik kata sandi akun layanan.'
    case 'signing-password-again':
      return 'Alamat atau nama akun berubah. Ketik kata sandinya sekali lagi agar tidak terkirim ke tempat lain.'
  }
}
