import { clockTime, endSentence } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import type { CertificateRefusal } from '../signing.ts'
import { sayEsignRefusal } from './signing-service.ts'
import { longDate } from '../indonesian.ts'
import { documentLabel, outputLabel, statusLabel } from './application.ts'
import { sayMailRefusal } from './mail.ts'
import { sayConsentRefusal } from './consent.ts'
import { sayFieldRefusal } from './intake.ts'
import { sayPaperMismatch, sayPaperUnsound } from './paper-check.ts'
import { sayRefusal } from './refusals.ts'
import { sayRepairRefusal } from './repair.ts'
import { sayErratumRefusal } from './erratum.ts'
import { sayLegalisationRefusal } from './legalisation.ts'
import { saySecondRefusal } from './second-original.ts'
import type { DossierWorkRefusal } from './dossier-work-refusal.ts'

/** Names in this office that a sentence needs; screens that know none leave them out. */
export interface OfficeWords {
  requirement(code: string): string
  role(code: string): string
  stage(code: string): string
  /** IANA zone in which hours are told. */
  readonly zone: string
}

const list = (items: readonly string[]): string => items.join(', ')

const namedAtMost = 4

/** The first ones by name, and how many more there are. */
const someOf = (items: readonly string[]): string =>
  items.length <= namedAtMost
    ? list(items)
    : `${list(items.slice(0, namedAtMost))} dan ${items.length - namedAtMost} lagi`

const unusable: Readonly<
  Record<Extract<CertificateRefusal, { code: 'certificate-unusable' }>['why'], string>
> = {
  unreadable:
    'Berkas ini bukan sertifikat elektronik yang dapat dibaca. Pilih berkas .p12 atau .pfx dari penerbit sertifikat Anda.',
  'no-key':
    'Berkas ini tidak memuat kunci dan sertifikat yang sepasang. Minta berkas .p12 yang lengkap dari penerbitnya.',
  'not-for-signing':
    'Sertifikat ini tidak diterbitkan untuk menandatangani dokumen. Pakai sertifikat tanda tangan Anda.',
}

const outsideBroken: Readonly<
  Record<Extract<DossierWorkRefusal, { code: 'outside-signature-broken' }>['why'], string>
> = {
  missing:
    'Berkas PDF ini belum memuat tanda tangan elektronik. Tandatangani dahulu, lalu bawa masuk hasilnya.',
  'not-whole':
    'Ada yang ditambahkan ke berkas ini setelah ditandatangani, jadi tanda tangannya tidak mencakup seluruh isi. Ambil lagi berkas asli dari aplikasi tanda tangan.',
  changed:
    'Isi berkas ini berubah setelah ditandatangani. Ambil lagi berkas asli dari aplikasi tanda tangan, jangan disimpan ulang.',
  forged:
    'Tanda tangan dan sertifikat di dalam berkas ini tidak sepasang, atau dibuat dengan cara lama (SHA-1). Tandatangani lagi dengan aplikasi BSrE.',
  'other-document':
    'Berkas ini bukan surat yang diunduh dari sini. Unduh suratnya, lalu tandatangani berkas itu.',
}

/** The sentence for a clerk: what happened and what to do (look 6). */
export function sayDossierRefusal(refusal: DossierWorkRefusal, words: OfficeWords): string {
  const hour = (at: Instant): string => clockTime(officeTimeOf(at, words.zone))
  const day = (at: Instant): string => longDate(officeDateOf(at, words.zone))
  switch (refusal.code) {
    case 'repair-items-needed':
    case 'repair-item-unknown':
    case 'repair-reason-needed':
    case 'repair-day-past':
    case 'repair-day-far':
    case 'withdrawal-asker-needed':
    case 'withdrawal-name-needed':
    case 'withdrawal-letter-missing':
    case 'not-long-unrepaired':
      return sayRepairRefusal(refusal)
    case 'application-unknown':
      return 'Permohonan ini tidak ada di kantor ini. Cari lagi dengan nomor atau nama.'
    case 'application-closed':
      return `Permohonan ini sudah berakhir (${statusLabel(refusal.status)}). Tidak ada tindakan lagi yang diperlukan.`
    case 'stage-left':
      return refusal.by !== null && refusal.at !== null
        ? `Permohonan ini baru saja diteruskan oleh ${refusal.by} pukul ${hour(refusal.at)}. Catatan Anda disimpan; muat ulang untuk melihat keadaan terbaru.`
        : 'Permohonan ini sudah tidak di tahap ini. Muat ulang untuk melihat keadaan terbaru.'
    case 'action-unknown':
      return 'Tindakan ini tidak ada pada tahap ini. Muat ulang untuk melihat keadaan terbaru.'
    case 'role-not-allowed':
      return `Tindakan ini dikerjakan oleh ${words.role(refusal.role)}. Serahkan kepada petugas peran itu.`
    case 'note-needed':
      return `Tulis alasannya dahulu sebelum ${refusal.label}.`
    case 'skip-needs-reason':
      return `Tahap ${list(refusal.stages.map((one) => words.stage(one)))} dilewati. Tulis alasannya pada catatan.`
    case 'optional-stage-needed':
      return `Pilih sedikitnya ${refusal.least} tahap: ${list(refusal.stages.map((one) => words.stage(one)))}.`
    case 'already-refused':
      return 'Permohonan ini sudah ditolak; surat penolakannya sedang dibuat. Teruskan surat itu.'
    case 'data-incomplete':
      return `Belum dapat diteruskan: data belum lengkap${refusal.fields.length === 0 ? '' : ` (${refusal.fields.length} isian: ${someOf(refusal.fields)})`}. Lengkapi datanya, lalu simpan.`
    case 'requirements-missing':
      return `Belum dapat diteruskan: ${list(refusal.requirements.map((one) => words.requirement(one)))} belum ada. Lampirkan, atau kembalikan ke pemohon.`
    case 'documents-unchecked':
      return `Belum dapat diteruskan: ${refusal.requirements.length} berkas belum diperiksa. Tandai sesuai atau tidak sesuai.`
    case 'documents-refused':
      return `Belum dapat diteruskan: ${list(refusal.requirements.map((one) => words.requirement(one)))} tidak sesuai. Kembalikan ke pemohon untuk diperbaiki.`
    case 'outputs-missing':
      return refusal.mode === 'any'
        ? `Belum dapat diteruskan: catat ${refusal.kinds.map(outputLabel).join(' atau ')} dahulu.`
        : `Belum dapat diteruskan: catat ${refusal.kinds.map(outputLabel).join(' dan ')} dahulu.`
    case 'not-recommended':
      return 'Hasil pemeriksaan tidak merekomendasikan izin ini. Kembalikan ke tahap sebelumnya, atau tolak permohonan.'
    case 'not-numbered':
      return 'Surat ini belum bernomor. Tekan Beri Nomor dahulu.'
    case 'not-printed':
      return `Belum dapat diteruskan: ${list(refusal.documents.map(documentLabel)).toLowerCase()} belum tercetak. Cetak dahulu, lalu pastikan lembarnya keluar.`
    case 'not-signed':
      return 'Belum dapat diteruskan: tanda tangan belum dicatat. Catat setelah lembar ditandatangani.'
    case 'not-handed-over':
      return 'Izin belum diserahkan. Buka Penyerahan Izin untuk menyerahkannya.'
    case 'not-returned':
      return 'Permohonan ini tidak sedang menunggu perbaikan. Muat ulang untuk melihat keadaan terbaru.'
    case 'documents-settled':
      return 'Berkas persyaratan tidak diubah lagi pada tahap ini. Kembalikan ke tahap pemeriksaan bila ada yang salah.'
    case 'document-unknown':
      return 'Berkas ini sudah diganti atau tidak ada lagi. Muat ulang untuk melihat berkas terbaru.'
    case 'requirement-unknown':
      return 'Persyaratan ini tidak diminta untuk permohonan ini. Muat ulang untuk melihat daftar terbaru.'
    case 'file-not-uploaded':
      return 'Berkas ini tidak ada di penyimpanan kantor ini. Pilih dan lampirkan sekali lagi.'
    case 'photo-not-a-picture':
      return `${refusal.fileName || 'Pas foto'} adalah PDF. Lampirkan pas foto sebagai gambar JPG atau PNG, atau ambil dengan kamera.`
    case 'requirement-file-unfit':
      return `${refusal.label}: ${sayRefusal(refusal.why)}`
    case 'paper-unfit':
      return refusal.faults.map((one) => sayFieldRefusal(one.refusal)).join(' ')
    case 'earlier-permit-ended':
      return `Izin terdahulu berakhir ${longDate(refusal.validUntil)}, sebelum ${longDate(refusal.day)}, jadi tidak ada sisa masa berlaku. Ajukan sebagai perpanjangan.`
    case 'check-needs-note':
      return 'Tulis apa yang tidak sesuai, misalnya “STR buram, pindai ulang”. Pemohon membaca kalimat ini.'
    case 'output-not-asked':
      return `Tahap ini tidak meminta ${outputLabel(refusal.kind)}.`
    case 'output-date-in-future':
      return `Tanggal ${longDate(refusal.date)} belum tiba. Tulis tanggal sampai hari ini, ${longDate(refusal.today)}.`
    case 'output-needs-outcome':
      return 'Pilih hasilnya: direkomendasikan atau tidak direkomendasikan.'
    case 'output-needs-decider':
      return `Tulis nama pejabat ${refusal.agency} yang memutuskan. Anda hanya mencatatnya.`
    case 'stage-does-not-number':
      return 'Nomor tidak diberikan pada tahap ini.'
    case 'already-numbered':
      return `Surat ini sudah bernomor ${refusal.number}. Muat ulang untuk melihatnya.`
    case 'series-stopped':
      return `Penomoran seri ini dihentikan: nomor ${refusal.number} sudah dipakai izin lain di portal. Administrator memeriksa register dan Ditolak portal dahulu.`
    case 'str-end-unknown':
      return 'Masa berlaku izin mengikuti STR, tetapi akhir masa berlaku STR belum diisi. Kembalikan ke Front Office untuk melengkapinya.'
    case 'str-expired':
      return `STR berakhir ${longDate(refusal.validUntil)}, sebelum ${longDate(refusal.day)}. Minta pemohon memperbarui STR.`
    case 'stage-does-not-sign':
      return 'Tanda tangan tidak dicatat pada tahap ini.'
    case 'passphrase-wrong':
      return 'Passphrase tidak cocok dengan sertifikat Anda. Ketik lagi; huruf besar dan kecil dibedakan.'
    case 'certificate-unusable':
      return unusable[refusal.why]
    case 'certificate-expired':
      return `Sertifikat ${refusal.holder} berakhir ${day(refusal.validUntil)}. Pasang sertifikat yang baru, lalu tandatangani.`
    case 'certificate-not-yet-valid':
      return `Sertifikat ${refusal.holder} baru berlaku ${day(refusal.validFrom)}. Periksa tanggal komputer ini, atau pasang sertifikat lain.`
    case 'certificate-of-another':
      return `Sertifikat ini milik ${refusal.holder}, sedangkan pejabat yang berwenang ${refusal.official}. Pasang sertifikat milik pejabat itu.`
    case 'certificate-of-other-issuer':
      return `Surat ini menyebut ${refusal.named} sebagai penerbit sertifikat, sedangkan sertifikat yang menandatangani diterbitkan ${refusal.issuer}. Tanda tangan itu tidak disimpan; sampaikan kepada administrator agar layanan tanda tangan diperiksa.`
    case 'certificate-missing':
      return 'Anda belum memasang sertifikat elektronik. Pilih berkas sertifikat (.p12) Anda, lalu tandatangani.'
    case 'role-does-not-sign':
      return 'Peran Anda tidak menandatangani secara elektronik. Sertifikat dipasang oleh pejabat penanda tangan sendiri.'
    case 'signing-waits':
      return `Passphrase sudah tiga kali salah. Agar sertifikat Anda tidak diblokir penerbitnya, coba lagi pukul ${hour(refusal.until)}; bila lupa, hubungi verifikator BSrE instansi Anda.`
    case 'signing-account-missing':
      return 'Akun layanan tanda tangan belum lengkap. Isi nama akun, kata sandi akun, dan NIK penanda tangan.'
    case 'signer-nik-malformed':
    case 'totp-needed':
    case 'totp-wrong':
    case 'signing-unreachable':
    case 'signing-account-refused':
    case 'signer-unknown':
    case 'signing-refused':
    case 'signing-answer-foreign':
      return sayEsignRefusal(refusal)
    case 'paper-unsound':
      return sayPaperUnsound(refusal)
    case 'signature-broken':
      return 'Berkas yang ditandatangani tidak utuh, jadi tidak disimpan dan surat belum ditandatangani. Coba lagi; bila terulang, sampaikan kepada administrator.'
    case 'outside-signature-broken':
      return outsideBroken[refusal.why]
    case 'outside-paper-differs':
      return `Isi berkas ini bukan surat yang menunggu tanda tangan. ${sayPaperMismatch(refusal.mismatches[0])} Unduh suratnya dari sini, tandatangani tanpa tampilan (invisible), lalu bawa masuk berkas itu.`
    case 'sign-needs-number':
      return 'Surat ini belum bernomor, jadi belum dapat ditandatangani secara elektronik. Kembalikan ke tahap yang memberi nomor.'
    case 'paper-changed':
      return 'Permohonan atau sertifikat Anda berubah sejak suratnya Anda lihat. Lihat suratnya sekali lagi, lalu tandatangani.'
    case 'stage-vacant':
      return `Tahap ${words.stage(refusal.stage)} sedang kosong, jadi berkas tidak dapat dikembalikan ke sana. Kembalikan ke tahap lain.`
    case 'paper-not-seen':
      return 'Surat ini belum Anda buka sejak terakhir berubah, jadi belum ditandatangani. Buka suratnya, lalu tandatangani.'
    case 'paper-signer-changed':
      return `Surat yang Anda lihat atas nama ${refusal.seen}; hari ini yang berwenang ${refusal.now}. Surat dibuat ulang dan belum ditandatangani. Lihat sekali lagi, lalu tandatangani.`
    case 'paper-made-anew':
      return 'Dasar hukum atau kepala surat berubah sejak surat ini Anda lihat. Surat dibuat ulang dan belum ditandatangani. Lihat sekali lagi, lalu tandatangani.'
    case 'already-signed':
      return `Surat ini sudah ditandatangani ${endSentence(refusal.by)} Muat ulang untuk melihatnya.`
    case 'sign-after-print':
      return refusal.what === 'number'
        ? 'Tanda tangan dicatat setelah surat bernomor dan tercetak. Beri nomor dahulu.'
        : 'Tanda tangan dicatat setelah lembarnya tercetak. Cetak dahulu.'
    case 'signed-in-future':
      return `Tanggal ${longDate(refusal.on)} belum tiba. Tulis tanggal sampai hari ini, ${longDate(refusal.today)}.`
    case 'signed-before-issued':
      return `Tanggal ${longDate(refusal.on)} mendahului tanggal surat, ${longDate(refusal.issuedOn)}. Tulis hari surat ini ditandatangani.`
    case 'signed-scan-needed':
      return 'Kantor ini menyimpan pindaian setiap lembar yang ditandatangani. Lampirkan pindaiannya, lalu catat lagi.'
    case 'signed-scan-unfit':
      return 'Pindaian tidak terbaca sebagai PDF atau gambar. Pindai ulang lembarnya, lalu lampirkan.'
    case 'signed-scan-of-another':
      return 'Kode QR pada pindaian ini milik surat lain. Pindai lembar surat ini, lalu lampirkan.'
    case 'sheet-names-another':
      return `Lembar ini atas nama ${refusal.printed}, padahal pada ${longDate(refusal.on)} yang berwenang ${refusal.inForce}. Cetak lembar baru dan mintakan tanda tangannya.`
    case 'post-vacant':
      return `Tidak ada pejabat yang berwenang menandatangani pada ${longDate(refusal.on)}. Periksa daftar pejabat di Pengaturan.`
    case 'stage-does-not-print':
      return 'Surat ini tidak dicetak pada tahap ini.'
    case 'print-in-progress':
      return `Lembar “${refusal.title}” sedang dicetak atas permintaan ${refusal.by}, ${day(refusal.at)} pukul ${hour(refusal.at)}. Tunggu sampai hasilnya tercatat.`
    case 'print-unresolved':
      return `Lembar “${refusal.title}” belum pasti tercetak. Lihat di baki printer, lalu catat hasilnya di Pencetakan.`
    case 'reprint-needs-reason':
      return `Ini cetakan ke-${refusal.copy}. Tulis alasannya, misalnya “lembar pertama kusut”.`
    case 'not-ready-for-handover':
      return `Belum ada yang dapat diserahkan (${statusLabel(refusal.status)}). Izin muncul di sini setelah tercetak dan ditandatangani.`
    case 'already-handed-over':
      return `Surat ini sudah diserahkan${refusal.by === null ? '' : ` oleh ${refusal.by}`}${refusal.receivedBy === null ? '' : ` kepada ${refusal.receivedBy}`} pada ${day(refusal.at)} pukul ${hour(refusal.at)}. Muat ulang untuk melihat keadaan terbaru.`
    case 'paper-of-another-holder':
      return `Surat ini milik ${refusal.holder}. Pilih penerima kuasa, atau keluarkan surat ini dari penyerahan.`
    case 'loss-statement-needed':
      return 'Tanda terima hilang: surat pernyataannya belum ditandatangani. Cetak, mintakan tanda tangan, lalu centang.'
    case 'signature-not-kept':
      return 'Gambar tanda tangan tidak tersimpan. Mintakan sekali lagi, atau pilih tanda tangan di kertas.'
    case 'signature-size-wrong':
      return 'Gambar tanda tangan terlalu besar atau terlalu kecil. Hapus, mintakan sekali lagi, atau pilih tanda tangan di kertas.'
    case 'signature-blank':
      return 'Bidang tanda tangan masih kosong. Mintakan tanda tangan sekali lagi, atau pilih tanda tangan di kertas.'
    case 'old-permit-unanswered':
      return 'Surat lama belum ditanyakan. Pilih: diserahkan, hilang, atau belum diserahkan.'
    case 'old-permit-words-needed':
      return refusal.of === 'lost'
        ? 'Tulis nomor surat keterangan hilang dari kepolisian.'
        : 'Tulis mengapa surat lama belum diserahkan, misalnya “masih di tempat praktik”.'
    case 'rack-place-wrong':
      return `“${refusal.typed}” bukan letak rak. Tulis paling banyak 12 huruf dan angka, misalnya A-12.`
    case 'nothing-on-the-rack':
      return 'Surat ini belum siap diambil atau sudah diserahkan, jadi tidak ditaruh di rak. Muat ulang untuk melihat keadaan terbaru.'
    case 'papers-not-to-give-back':
      return `Berkas permohonan ini masih diperlukan kantor (${statusLabel(refusal.status)}). Berkas diberikan kembali setelah dikembalikan, ditolak, atau dibatalkan.`
    case 'papers-already-back':
      return `Berkas ini sudah diberikan kembali oleh ${refusal.by} kepada ${refusal.receivedBy} pada ${day(refusal.at)} pukul ${hour(refusal.at)}. Muat ulang untuk melihat keadaan terbaru.`
    case 'originals-unanswered':
      return `Kantor menahan ${refusal.count} berkas asli yang belum ditanyakan. Muat ulang, lalu centang yang dikembalikan.`
    case 'original-reason-needed':
      return 'Tulis mengapa berkas asli ini belum dikembalikan, misalnya “masih dipinjam Dinas Kesehatan”.'
    case 'original-already-back':
      return `Berkas asli ini sudah dikembalikan oleh ${refusal.by} kepada ${refusal.receivedBy} pada ${day(refusal.at)} pukul ${hour(refusal.at)}. Muat ulang untuk melihat keadaan terbaru.`
    case 'old-permit-not-owed':
      return refusal.settled
        ? `Surat lama sudah dicatat oleh ${refusal.settled.by} pada ${day(refusal.settled.at)} pukul ${hour(refusal.settled.at)}. Muat ulang untuk melihat keadaan terbaru.`
        : 'Tidak ada surat lama yang ditunggu pada berkas ini. Muat ulang untuk melihat keadaan terbaru.'
    case 'papers-needed':
      return 'Pilih sedikitnya satu berkas yang diberikan kembali.'
    case 'handover-receipt-unknown':
      return 'Tanda terima penyerahan ini tidak ada pada berkas ini. Muat ulang untuk melihat keadaan terbaru.'
    case 'identity-not-seen':
      return 'Kartu identitas penerima belum diperiksa. Cocokkan dahulu, lalu centang.'
    case 'delivery-not-offered':
      return 'Kantor ini tidak mengirim izin lewat e-mail. Serahkan di loket.'
    case 'email-missing':
      return 'Pemohon tidak memberi alamat e-mail. Serahkan di loket.'
    case 'mail-not-set-up':
    case 'mail-address-wrong':
    case 'paper-not-electronic':
    case 'mail-under-way':
    case 'mail-unknown':
    case 'mail-changed':
    case 'mail-being-sent':
    case 'mail-note-needed':
    case 'mail-hand-over-first':
      return sayMailRefusal(refusal, words.zone)
    case 'letter-of-authority-needed':
      return 'Kuasa menerima izin dengan surat kuasa dari pemegangnya. Periksa surat kuasanya, lalu centang.'
    case 'consent-needed':
    case 'consent-refused':
    case 'consent-waits':
    case 'consent-of-oneself':
    case 'consent-not-allowed':
      return sayConsentRefusal(refusal)
    case 'erratum-before-paper':
    case 'erratum-of-ended-permit':
    case 'erratum-asked':
    case 'erratum-at-work':
    case 'erratum-needs-reason':
    case 'erratum-needs-statement':
    case 'erratum-answered':
    case 'erratum-unknown':
    case 'erratum-not-yours':
    case 'erratum-of-oneself':
    case 'erratum-keeps-type':
      return sayErratumRefusal(refusal, words.zone)
    case 'legalisation-not-offered':
    case 'legalisation-of-no-permit':
    case 'legalisation-unsigned':
    case 'legalisation-inactive':
    case 'legalisation-electronic':
    case 'legalisation-erratum':
    case 'legalisation-of-ended-permit':
    case 'legalisation-original-unseen':
    case 'legalisation-copies-wrong':
    case 'legalisation-meanwhile':
    case 'legalisation-unknown':
    case 'legalisation-void':
    case 'legalisation-void-reason':
      return sayLegalisationRefusal(refusal, words.zone)
    case 'copy-needs-purpose':
    case 'copy-needs-original':
    case 'second-needs-consent':
    case 'no-consent-asked':
    case 'consent-given':
    case 'print-job-not-found':
      return saySecondRefusal(refusal, words.zone)
    case 'late-reason-needed':
      return 'Alasan entri susulan belum diisi. Tulis misalnya Listrik padam pukul 09.10–14.00.'
    case 'late-moment-wrong':
      return sayFieldRefusal(refusal.why)
    case 'late-before-ready':
      return `Dokumen ini baru siap diserahkan ${day(refusal.since)} pukul ${hour(refusal.since)}. Betulkan hari atau jam penyerahannya.`
    case 'receiver-needed':
      return 'Tulis nama penerima seperti pada KTP.'
    case 'relation-needed':
      return 'Tulis hubungan penerima dengan pemegang izin, misalnya Staf RSUD.'
    case 'receiver-nik-wrong':
      return sayRefusal(refusal.nik)
    case 'receiver-not-holder':
      return 'NIK ini bukan NIK pemegang izin. Cocokkan dengan KTP, atau pilih penerima kuasa.'
  }
}
