import { partsAlwaysNeeded } from '#domain/intake-parts.ts'
import type { Stage, StageTable } from '#domain/stage-table.ts'
import type { DataFileProblem } from './problems.ts'
import { canEnd, reachable } from './stage-paths.ts'

/**
 * What a schema cannot see: targets that exist, roles that exist, nothing that can never be reached,
 * nothing that can never end, no conditions that skip in a circle.
 */
export function checkStageTable(
  file: string,
  table: StageTable,
  roles: ReadonlySet<string>,
  posts: ReadonlySet<string>,
): DataFileProblem[] {
  const problems: DataFileProblem[] = []
  const codes = new Map(table.stages.map((stage, index) => [stage.code, index]))
  const at = (field: string, expected: string): void => {
    problems.push({ file, field: `stageTable.${field}`, expected })
  }
  if (!codes.has(table.start)) at('start', `salah satu tahap: ${[...codes.keys()].join(', ')}`)
  table.stages.forEach((stage, index) => {
    const here = `stages[${index}]`
    if (codes.get(stage.code) !== index) at(`${here}.code`, `kode ${stage.code} hanya satu kali`)
    if (!roles.has(stage.role) && stage.role !== 'applicant' && stage.role !== 'system')
      at(`${here}.role`, `salah satu peran: ${[...roles].join(', ')}, applicant, system`)
    if (stage.where === 'automatic' && stage.role !== 'system')
      at(`${here}.role`, 'system untuk tahap otomatis')
    stage.signs.forEach((sign, signIndex) => {
      if (!posts.has(sign.signer))
        at(`${here}.signs[${signIndex}].signer`, `salah satu jabatan: ${[...posts].join(', ')}`)
    })
    checkActions(stage, here, codes, at)
  })
  checkDataEntry(table, at)
  checkAppointments(table, at)
  if (problems.length > 0) return problems
  const reached = reachable(table, table.start)
  for (const [code, index] of codes)
    if (!reached.has(code))
      at(`stages[${index}].code`, `tahap ${code} yang dapat dicapai dari ${table.start}`)
  for (const [code, index] of codes)
    if (!canEnd(table, code)) at(`stages[${index}].actions`, `jalan dari ${code} sampai selesai`)
  for (const [code, index] of codes)
    if (skipsInCircle(table, code))
      at(`stages[${index}].condition`, `tahap bersyarat yang tidak berputar ke ${code}`)
  for (const [code, index] of codes)
    if (runsInCircle(table, code))
      at(`stages[${index}].actions`, `tahap otomatis yang tidak berputar ke ${code} tanpa seorang petugas`)
  return problems
}

/** One stage enters the data, behind a stage that prints the receipt, and who asks for what is never left to it. */
function checkDataEntry(table: StageTable, at: (field: string, expected: string) => void): void {
  const entering = table.stages.flatMap((stage, index) => (stage.entersData ? [{ stage, index }] : []))
  const receipts = table.stages.filter((one) => one.prints.includes('receipt'))
  entering.forEach(({ stage, index }, ordinal) => {
    const field = `stages[${index}].entersData`
    if (ordinal > 0) at(field, `hanya satu tahap entri data, sudah ada ${entering[0]?.stage.code ?? ''}`)
    if (stage.where === 'automatic' || stage.where === 'applicant')
      at(field, 'tahap yang dikerjakan petugas kantor')
    const isBehind = receipts.some((one) => one !== stage && reachable(table, one.code).has(stage.code))
    if (!isBehind) at(field, 'tahap sesudah tahap yang mencetak tanda terima')
    const lacking = partsAlwaysNeeded.filter((part) => !stage.entersData?.minimum.includes(part))
    if (lacking.length > 0) at(`${field}.minimum`, `selalu memuat ${lacking.join(', ')}`)
  })
}

/** What is planned must be held somewhere, and the other way round; nobody outside the office plans anything. */
function checkAppointments(table: StageTable, at: (field: string, expected: string) => void): void {
  table.stages.forEach((stage, index) => {
    const here = `stages[${index}]`
    if (stage.schedules.length + stage.holds.length > 0 && ['applicant', 'system'].includes(stage.role))
      at(`${here}.role`, 'peran kantor, karena tahap ini menjadwalkan atau melaksanakan pertemuan')
    for (const kind of stage.schedules)
      if (!table.stages.some((one) => one.holds.includes(kind)))
        at(`${here}.schedules`, `tahap lain atau tahap ini dengan ${kind} di holds`)
    for (const kind of stage.holds)
      if (!table.stages.some((one) => one.schedules.includes(kind)))
        at(`${here}.holds`, `tahap lain atau tahap ini dengan ${kind} di schedules`)
  })
}

function checkActions(
  stage: Stage,
  here: string,
  codes: ReadonlyMap<string, number>,
  at: (field: string, expected: string) => void,
): void {
  stage.actions.forEach((action, index) => {
    const field = `${here}.actions[${index}]`
    if (stage.actions.findIndex((one) => one.code === action.code) !== index)
      at(`${field}.code`, `kode ${action.code} hanya satu kali pada tahap ini`)
    for (const to of action.to) if (!codes.has(to)) at(`${field}.to`, `tahap yang ada, bukan ${to}`)
    if (action.kind === 'withdraw' && action.to.length > 0)
      at(`${field}.to`, 'daftar kosong: pembatalan mengakhiri permohonan')
    if ((action.kind === 'back' || action.kind === 'return-to-applicant') && action.to.length === 0)
      at(`${field}.to`, 'sedikitnya satu tahap tujuan')
    const optional = action.to.length
    if (action.asksAtLeast > optional)
      at(`${field}.asksAtLeast`, `paling banyak ${optional}, banyaknya tahap tujuan`)
    if (action.accepts && action.kind !== 'forward') at(`${field}.accepts`, 'hanya pada tindakan maju')
  })
  if (stage.where === 'automatic' && !stage.actions.some((one) => one.kind === 'forward'))
    at(`${here}.actions`, 'satu tindakan maju untuk tahap otomatis')
}

function skipsInCircle(table: StageTable, code: string): boolean {
  const walk = (at: string, seen: readonly string[]): boolean => {
    if (seen.includes(at)) return true
    const stage = table.stages.find((one) => one.code === at)
    if (!stage || stage.condition.when === 'always') return false
    const forward = stage.actions.find((one) => one.kind === 'forward')
    return (forward?.to ?? []).some((to) => walk(to, [...seen, at]))
  }
  return walk(code, [])
}

/** Automatic stages that lead back to each other would run without end and without anybody. */
function runsInCircle(table: StageTable, code: string): boolean {
  const walk = (at: string, seen: readonly string[]): boolean => {
    const stage = table.stages.find((one) => one.code === at)
    if (stage?.where !== 'automatic') return false
    if (seen.includes(at)) return true
    const forward = stage.actions.find((one) => one.kind === 'forward')
    return (forward?.to ?? []).some((to) => walk(to, [...seen, at]))
  }
  return walk(code, [])
}
