import type { PermitType } from '#domain/permit-type.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import { publishedLimit } from '#domain/promise.ts'
import type { Stage, StageAction, StageTable } from '#domain/stage-table.ts'
import {
  limitWords,
  stageClockWords,
  stageConditionWords,
  stagePlaceWords,
  stageWorkWords,
} from '#domain/wording/procedure.ts'
import { gapWarnings } from './gaps.ts'
import { allPaths, canEnd, reachable, type StagePath } from './stage-paths.ts'

/** What an explanation needs to know of an office; a profile with faults elsewhere can still be explained. */
export type ExplainedOffice = Pick<
  OfficeProfile,
  | 'code'
  | 'shortName'
  | 'roles'
  | 'series'
  | 'documents'
  | 'delivery'
  | 'offers'
  | 'posts'
  | 'officials'
  | 'letterheads'
  | 'receipt'
  | 'dispatch'
  | 'complaints'
> & { readonly stageTable: StageTable }

export interface Explanation {
  readonly title: string
  readonly summary: readonly string[]
  /** Rows of the stage table, the heads first. */
  readonly rows: readonly (readonly string[])[]
  readonly paths: readonly StagePath[]
  /** What can never be reached or ended, and what nobody will ever use. */
  readonly findings: readonly string[]
  /** Source of a Mermaid flowchart. */
  readonly mermaid: string
}

function roleLabel(office: ExplainedOffice, stage: Stage): string {
  if (stage.role === 'applicant') return 'Pemohon'
  if (stage.role === 'system') return 'Sistem'
  return office.roles.find((one) => one.code === stage.role)?.label ?? stage.role
}

function actionWords(action: StageAction): string {
  const to = action.to.length === 0 ? 'berakhir' : action.to.join(' + ')
  const marks = [
    action.accepts && 'lengkap dan benar',
    action.asksAtLeast > 0 && `sedikitnya ${action.asksAtLeast}`,
  ].filter(Boolean)
  return `${action.label} → ${to}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
}

const heads = ['Langkah', 'Kode', 'Tahap', 'Pelaku', 'Di', 'Syarat', 'Hasil', 'Batas', 'Jam', 'Tindakan']

/** Puts an office's procedure into words, rows and a picture. Pure; the same profile always gives the same text. */
export function explainProfile(office: ExplainedOffice, types: readonly PermitType[]): Explanation {
  const table = office.stageTable
  const steps = table.stages.flatMap((one) => one.steps)
  return {
    title: office.shortName,
    summary: [
      `Sumber: ${table.source}; ${new Set(steps).size} langkah dalam ${table.stages.length} tahap.`,
      `Batas seluruhnya: ${publishedLimit(table) ?? 'tidak ditetapkan'}.`,
      `Penyerahan: ${{ counter: 'di loket', email: 'e-mail', download: 'unduhan' }[office.delivery]}.`,
      `Deret nomor: ${office.series.map((one) => `\`${one.pattern}\``).join(', ')}.`,
      `Jenis izin: ${office.offers.length <= 4 ? office.offers.map((one) => one.code).join(', ') : `${office.offers.length} jenis`}.`,
    ],
    rows: [
      heads,
      ...table.stages.map((stage) => [
        stage.steps.join(', ') || '–',
        `${stage.code}${stage.atIntake ? ' *' : ''}`,
        stage.label,
        roleLabel(office, stage) + (stage.agency === null ? '' : ` (${stage.agency})`),
        stagePlaceWords[stage.where],
        stageConditionWords(stage),
        stageWorkWords(stage),
        stage.limit ? limitWords(stage.limit) : '–',
        stageClockWords[stage.clock],
        stage.actions.map(actionWords).join('; '),
      ]),
    ],
    paths: allPaths(table),
    findings: findingsOf(office, types),
    mermaid: mermaidOf(office),
  }
}

function findingsOf(office: ExplainedOffice, types: readonly PermitType[]): readonly string[] {
  const table = office.stageTable
  const reached = reachable(table, table.start)
  const carried = new Set(
    types.filter((type) => office.offers.some((one) => one.code === type.code)).flatMap((type) => type.flags),
  )
  const found: string[] = []
  for (const stage of table.stages) {
    if (!reached.has(stage.code)) found.push(`Tahap ${stage.code} tidak pernah tercapai dari ${table.start}.`)
    if (!canEnd(table, stage.code)) found.push(`Dari tahap ${stage.code} permohonan tidak pernah berakhir.`)
    const { condition } = stage
    if (condition.when === 'permit-type' && !carried.has(condition.flag))
      found.push(
        condition.orAsked
          ? `Tahap ${stage.code} hanya dimasuki bila diminta petugas: tidak ada jenis izin kantor ini yang berciri ${condition.flag}.`
          : `Tahap ${stage.code} tidak dimasuki sekarang: tidak ada jenis izin kantor ini yang berciri ${condition.flag}.`,
      )
  }
  const names = new Map(table.stages.map((one) => [one.code, one]))
  for (const path of allPaths(table)) {
    const stages = path.stages.flatMap((code) => names.get(code) ?? [])
    const lacks = [
      !stages.some((one) => one.numbers.includes('product')) && 'penomoran',
      !stages.some((one) => one.signs.some((sign) => sign.document === 'product')) && 'tanda tangan',
      path.name === 'izin' && !stages.some((one) => one.activates) && 'pengaktifan',
      path.name === 'izin' &&
        !stages.some((one) => one.actions.some((action) => action.accepts)) &&
        'pernyataan lengkap dan benar',
      !stages.some((one) => one.handsOver) && 'penyerahan',
    ].filter(Boolean)
    if (lacks.length > 0)
      found.push(`Jalur ${path.name} (${path.stages.join(' → ')}) tanpa ${lacks.join(', ')}.`)
  }
  for (const role of office.roles)
    if (!table.stages.some((one) => one.role === role.code) && !role.permissions.includes('reports'))
      found.push(`Peran ${role.code} tidak mengerjakan satu tahap pun.`)
  const used = new Set([
    ...office.documents.map((one) => one.series),
    office.receipt.series,
    office.dispatch.series,
    office.complaints.series,
  ])
  for (const series of office.series)
    if (!used.has(series.code)) found.push(`Deret ${series.code} tidak dipakai dokumen mana pun.`)
  return [...new Set([...found, ...gapWarnings(office)])]
}

const nodeId = (code: string): string => code.replaceAll('-', '_')
const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`

function nodeOf(office: ExplainedOffice, stage: Stage): string {
  const number = stage.steps.length > 0 ? `${stage.steps.join(', ')} · ` : ''
  const limit = stage.limit ? `<br/>${limitWords(stage.limit)}` : ''
  const role = roleLabel(office, stage)
  const who = stage.agency !== null && stage.where === 'paper' ? `${stage.agency}, dicatat ${role}` : role
  const text = quoted(`${number}${stage.label}<br/><i>${who}</i>${limit}`)
  const shapes = {
    applicant: `([${text}])`,
    automatic: `{{${text}}}`,
    portal: `[/${text}/]`,
    paper: `[/${text}/]`,
    counter: `[${text}]`,
  }
  return `  ${nodeId(stage.code)}${shapes[stage.where]}`
}

function edgesOf(stage: Stage): readonly string[] {
  const arrows = {
    forward: '-->',
    back: '-.->',
    'return-to-applicant': '-.->',
    refuse: '==>',
    withdraw: '-->',
  }
  const drawn = stage.actions.filter((one) => one.kind !== 'withdraw')
  const edges = drawn.flatMap((action) => {
    const targets = action.to.length > 0 ? action.to : ['selesai']
    const words =
      action.kind === 'forward' ? '' : `|${quoted(action.kind === 'refuse' ? 'tolak' : 'kembali')}|`
    return targets.map((to) => `  ${nodeId(stage.code)} ${arrows[action.kind]}${words} ${nodeId(to)}`)
  })
  return edges
}

function mermaidOf(office: ExplainedOffice): string {
  const { stages } = office.stageTable
  const optional = stages.filter((one) => one.condition.when !== 'always').map((one) => nodeId(one.code))
  return [
    'flowchart TD',
    ...stages.map((stage) => nodeOf(office, stage)),
    '  selesai((("Selesai")))',
    ...stages.flatMap(edgesOf),
    '  classDef bersyarat stroke-dasharray: 5 4',
    ...(optional.length > 0 ? [`  class ${optional.join(',')} bersyarat`] : []),
  ].join('\n')
}
