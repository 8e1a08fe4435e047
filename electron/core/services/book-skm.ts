import type { BookCell, BookTable } from '#domain/documents/report-book.ts'
import { decimal } from '#domain/indonesian-numbers.ts'
import { dayRange } from '#domain/indonesian.ts'
import type { SatisfactionResult } from '#domain/satisfaction.ts'
import { bandLabels, respondentLabels, surveyQuestions } from '#domain/wording/satisfaction.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import type { Office } from './office.ts'
import { surveyReport, type SurveyReport } from './satisfaction.ts'

const elementsTable = (result: SatisfactionResult | null): BookTable => ({
  key: 'elements',
  title: 'Nilai per unsur',
  columns: [
    { key: 'element', header: 'Unsur', kind: 'text', width: 42 },
    { key: 'score-1', header: 'Nilai 1', kind: 'count', width: 9 },
    { key: 'score-2', header: 'Nilai 2', kind: 'count', width: 9 },
    { key: 'score-3', header: 'Nilai 3', kind: 'count', width: 9 },
    { key: 'score-4', header: 'Nilai 4', kind: 'count', width: 9 },
    { key: 'mean', header: 'NRR', kind: 'amount', width: 10, decimals: 4 },
    { key: 'band', header: 'Mutu', kind: 'text', width: 8 },
    { key: 'band-name', header: 'Kinerja unsur', kind: 'text', width: 16 },
  ],
  rows: (result?.elements ?? []).map((one) => [
    surveyQuestions[one.element].name,
    ...one.scores,
    one.mean / 10_000,
    one.band,
    bandLabels[one.band],
  ]),
  notes: ['NRR: nilai rata-rata unsur (1–4). Bobot setiap unsur 1/9, PermenPAN-RB 14/2017.'],
})

const respondentsTable = ({ figures }: SurveyReport): BookTable => {
  const rows = (['sex', 'age', 'education', 'occupation'] as const).flatMap((fact) => {
    const { label, values } = respondentLabels[fact]
    const names: Readonly<Record<string, string>> = values
    return figures.respondents[fact].map(({ value, respondents }): readonly BookCell[] => [
      label,
      value === null ? 'Tidak disebut' : (names[value] ?? value),
      respondents,
    ])
  })
  return {
    key: 'respondents',
    title: 'Responden',
    columns: [
      { key: 'fact', header: 'Ciri', kind: 'text', width: 20 },
      { key: 'value', header: 'Golongan', kind: 'text', width: 26 },
      { key: 'respondents', header: 'Responden', kind: 'count', width: 11 },
    ],
    rows,
  }
}

const typesTable = (office: Office, { figures }: SurveyReport): BookTable => ({
  key: 'by-type',
  title: 'Responden per jenis izin',
  columns: [
    { key: 'type-code', header: 'Kode', kind: 'text', width: 12 },
    { key: 'type-name', header: 'Jenis izin', kind: 'text', width: 50 },
    { key: 'respondents', header: 'Responden', kind: 'count', width: 11, total: true },
  ],
  rows: figures.byType.map(({ code, respondents }) => [
    code,
    office.types.find((one) => one.code === code)?.name ?? code,
    respondents,
  ]),
})

const suggestionsTable = ({ suggestions }: SurveyReport): BookTable => ({
  key: 'suggestions',
  title: 'Saran dan masukan',
  columns: [
    { key: 'hour', header: 'Jam', kind: 'moment', width: 17 },
    { key: 'type-code', header: 'Jenis', kind: 'text', width: 12 },
    { key: 'suggestion', header: 'Saran', kind: 'text', width: 100 },
  ],
  rows: suggestions.map((one) => [one.hour, one.permitTypeCode, one.text]),
})

/** The survey of satisfaction (SKM) with its index, by PermenPAN-RB 14/2017. It names nobody. */
export const skmBook =
  (deps: BookDeps): BookMaker =>
  async ({ days, asOf }) => {
    const report = await surveyReport(deps)(days.from, days.through, null, asOf)
    const { result, served, sample } = report
    return {
      kind: 'skm',
      title: `Survei kepuasan masyarakat ${dayRange(days.from, days.through)}`,
      days,
      asOf,
      figures: [
        { key: 'index', label: 'IKM', value: (result?.index ?? 0) / 100 },
        { key: 'respondents', label: 'responden', value: result?.respondents ?? 0 },
        { key: 'served', label: 'dilayani', value: served },
        { key: 'sample', label: 'sampel diperlukan', value: sample },
      ],
      remarks: [
        result === null
          ? 'Belum ada responden pada masa ini; indeks belum dapat dihitung.'
          : `Indeks Kepuasan Masyarakat **${decimal(result.index / 100, 2)}**, mutu pelayanan **${result.band}** (${bandLabels[result.band]}).`,
        (result?.respondents ?? 0) >= sample
          ? 'Jumlah responden memenuhi sampel menurut tabel Krejcie dan Morgan.'
          : `Jumlah responden belum memenuhi sampel: diperlukan **${sample}** dari **${served}** yang dilayani.`,
        'Jawaban di layar dihitung setelah jamnya berakhir, supaya tidak menunjuk orang yang baru dilayani.',
      ],
      bars: [
        {
          title: 'Nilai rata-rata per unsur (1–4)',
          bars: (result?.elements ?? []).map(({ element, mean }) => ({
            label: surveyQuestions[element].name,
            value: mean / 10_000,
          })),
        },
      ],
      tables: [
        elementsTable(result),
        respondentsTable(report),
        typesTable(deps.office, report),
        suggestionsTable(report),
      ],
    }
  }
