import type { Explanation } from './explain-profile.ts'

/** A Markdown table as prettier leaves it: columns as wide as their widest cell. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((one) => one.replaceAll('|', '\\|').replaceAll(' *', ' \\*')))
  const width = (column: number): number => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0))
  const line = (row: readonly string[]): string =>
    `| ${row.map((one, column) => one.padEnd(width(column))).join(' | ')} |`
  const [head = [], ...body] = cells
  return [
    line(head),
    `| ${head.map((_, column) => '-'.repeat(width(column))).join(' | ')} |`,
    ...body.map(line),
  ].join('\n')
}

/** An explanation as Markdown, for a terminal and for the README alike. */
export function explanationText(explanation: Explanation): string {
  const list = (items: readonly string[]): string => items.map((one) => `- ${one}`).join('\n')
  const paths = explanation.paths.map(
    ({ name, stages, skipped }) =>
      `**${name}**${skipped.length > 0 ? `, tanpa ${skipped.join(', ')}` : ''}: ${stages.join(' → ')}`,
  )
  return [
    `## ${explanation.title}`,
    list(explanation.summary),
    `\`\`\`mermaid\n${explanation.mermaid}\n\`\`\``,
    markdownTable(explanation.rows),
    `Jalur:`,
    list(paths),
    explanation.findings.length > 0
      ? `Perlu diketahui:\n\n${list(explanation.findings)}`
      : 'Semua tahap dapat dicapai, dan setiap jalur berakhir.',
  ].join('\n\n')
}
