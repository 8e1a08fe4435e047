import type { Block, PrintDocument, RichText, Run } from './sheet.ts'

const plain = (text: RichText): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('')

/** The texts of blocks in the order in which they are read, as they stand in the record; no line is broken yet. */
export const blockTexts = (blocks: readonly Block[]): string[] => blocks.flatMap(textsOfBlock)

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [`${block.hang?.text ?? ''}${plain(block.text)}`]
    case 'data':
      return block.rows.flatMap((row) => [row.label, ':', plain(row.value)])
    case 'list':
      return [
        ...(block.label && block.items.length > 0 ? [block.label.text, ':'] : []),
        ...block.items.flatMap((item) => [item.marker, plain(item.text)]),
      ]
    case 'table':
      return [
        ...(block.columns.some((one) => one.head !== undefined)
          ? block.columns.map((one) => one.head ?? '')
          : []),
        ...block.rows.flat().map((cell) => plain(cell.text)),
      ]
    case 'beside':
      return block.columns.flatMap((column) => blockTexts(column.blocks))
    case 'group':
      return blockTexts(block.blocks)
    case 'box':
      return [...blockTexts(block.blocks), ...blockTexts(block.footBlocks ?? [])]
    case 'paste-box':
      return [block.text]
    case 'bars':
      return block.bars.flatMap((bar) => [bar.label, String(bar.value)])
    case 'columns':
      return block.columns.flatMap(({ label, shown }) => [label, shown])
    case 'letterhead':
      return block.preprinted ? [] : [block.government, ...block.agency, ...block.address]
    case 'gap':
    case 'page':
    case 'qr':
    case 'picture':
    case 'rule':
      return []
  }
}

/** Every block with those inside it, in reading order. */
function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'beside':
        return [block, ...block.columns.flatMap((column) => everyBlock(column.blocks))]
      case 'group':
        return [block, ...everyBlock(block.blocks)]
      case 'box':
        return [block, ...everyBlock(block.blocks), ...everyBlock(block.footBlocks ?? [])]
      default:
        return [block]
    }
  })
}

/** What the QR codes of a document hold. */
export const documentCodes = (document: PrintDocument): string[] =>
  document.overprint
    ? []
    : everyBlock(document.blocks).flatMap((one) => (one.kind === 'qr' ? [one.content] : []))

/** Names of the pictures that a document draws, one for each place. */
export const documentPictures = (document: PrintDocument): string[] =>
  document.overprint
    ? []
    : everyBlock(document.blocks).flatMap((one) => {
        if (one.kind === 'picture') return [one.image]
        return one.kind === 'letterhead' && one.crest !== undefined && !one.preprinted ? [one.crest] : []
      })

const runsOf = (block: Block): readonly Run[] => {
  const texts: readonly RichText[] =
    block.kind === 'text' ? [block.text] : block.kind === 'data' ? block.rows.map((row) => row.value) : []
  return texts.flatMap((text) => (typeof text === 'string' ? [] : text))
}

/** The body of a document; of an overprint only what is written into the slots. */
export const documentTexts = ({ blocks, overprint }: PrintDocument): string[] =>
  overprint
    ? everyBlock(blocks).flatMap((block) =>
        runsOf(block).flatMap((run) => (run.slot === undefined ? [] : (overprint[run.slot] ?? []))),
      )
    : blockTexts(blocks)
