import { shortDate } from '../indonesian.ts'
import type { OfficeDate } from '../office-date.ts'
import type {
  Respondent,
  SatisfactionBand,
  SatisfactionElement,
  SurveyInvitationRefusal,
  SurveyRefusal,
} from '../satisfaction.ts'

/** One unsur as it is asked, with its four answers from 1 to 4. */
export interface SurveyQuestion {
  readonly name: string
  readonly question: string
  readonly answers: readonly [string, string, string, string]
}

/** Names of the nine unsur by PermenPAN-RB 14/2017, with the questions of its model questionnaire. */
export const surveyQuestions: Readonly<Record<SatisfactionElement, SurveyQuestion>> = {
  requirements: {
    name: 'Persyaratan',
    question: 'Apakah persyaratan sesuai dengan jenis pelayanannya?',
    answers: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  },
  procedure: {
    name: 'Sistem, mekanisme, dan prosedur',
    question: 'Seberapa mudah prosedur pelayanan di kantor ini?',
    answers: ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
  },
  time: {
    name: 'Waktu penyelesaian',
    question: 'Seberapa cepat pelayanan diberikan?',
    answers: ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
  },
  fee: {
    name: 'Biaya/tarif',
    question: 'Apakah biaya pelayanan wajar?',
    answers: ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'],
  },
  product: {
    name: 'Produk spesifikasi jenis pelayanan',
    question: 'Apakah hasil pelayanan sesuai dengan standar pelayanan?',
    answers: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  },
  competence: {
    name: 'Kompetensi pelaksana',
    question: 'Seberapa mampu petugas memberikan pelayanan?',
    answers: ['Tidak mampu', 'Kurang mampu', 'Mampu', 'Sangat mampu'],
  },
  conduct: {
    name: 'Perilaku pelaksana',
    question: 'Apakah petugas sopan dan ramah?',
    answers: ['Tidak sopan dan ramah', 'Kurang sopan dan ramah', 'Sopan dan ramah', 'Sangat sopan dan ramah'],
  },
  complaints: {
    name: 'Penanganan pengaduan, saran, dan masukan',
    question: 'Bagaimana pengaduan, saran, dan masukan ditangani?',
    answers: ['Tidak ada', 'Ada tetapi tidak berfungsi', 'Berfungsi kurang maksimal', 'Dikelola dengan baik'],
  },
  facilities: {
    name: 'Sarana dan prasarana',
    question: 'Bagaimana sarana dan prasarana di kantor ini?',
    answers: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'],
  },
}

/** What a band says of the service. */
export const bandLabels: Readonly<Record<SatisfactionBand, string>> = {
  A: 'Sangat baik',
  B: 'Baik',
  C: 'Kurang baik',
  D: 'Tidak baik',
}

type Told<Fact extends keyof Respondent> = NonNullable<Respondent[Fact]>

/** The four facts about whoever answers, and what may be said of each. */
export const respondentLabels: {
  readonly [Fact in keyof Respondent]: {
    readonly label: string
    readonly values: Readonly<Record<Told<Fact>, string>>
  }
} = {
  sex: { label: 'Jenis kelamin', values: { male: 'Laki-laki', female: 'Perempuan' } },
  age: {
    label: 'Usia',
    values: {
      'under-26': '25 tahun ke bawah',
      '26-35': '26–35 tahun',
      '36-45': '36–45 tahun',
      '46-55': '46–55 tahun',
      'over-55': 'Di atas 55 tahun',
    },
  },
  education: {
    label: 'Pendidikan',
    values: {
      primary: 'SD',
      'junior-high': 'SMP',
      'senior-high': 'SMA',
      diploma: 'D1–D3',
      bachelor: 'D4/S1',
      master: 'S2 ke atas',
    },
  },
  occupation: {
    label: 'Pekerjaan',
    values: {
      'civil-servant': 'PNS',
      military: 'TNI',
      police: 'Polri',
      private: 'Swasta',
      'self-employed': 'Wirausaha',
      other: 'Lainnya',
    },
  },
}

export type SatisfactionWording =
  SurveyRefusal | SurveyInvitationRefusal | { readonly code: 'survey-day-ahead'; readonly today: OfficeDate }

/** The sentence of a refusal: what happened and what to do. */
export function saySurveyRefusal(refusal: SatisfactionWording): string {
  switch (refusal.code) {
    case 'survey-unknown':
      return 'Survei ini tidak ada lagi. Minta petugas membukanya sekali lagi.'
    case 'survey-ended':
      return 'Survei ini sudah diisi. Terima kasih, penilaian Anda sudah tersimpan.'
    case 'survey-before-handover':
      return 'Survei ditawarkan setelah dokumen diserahkan. Serahkan dokumennya dahulu.'
    case 'survey-done':
      return 'Pemohon ini sudah ditawari survei untuk permohonan ini. Satu permohonan satu penilaian.'
    case 'application-unknown':
      return 'Permohonan ini tidak ditemukan. Muat ulang daftar.'
    case 'survey-day-ahead':
      return `Tanggal lembar survei belum tiba. Tulis tanggal sampai dengan hari ini, ${shortDate(refusal.today)}.`
  }
}
