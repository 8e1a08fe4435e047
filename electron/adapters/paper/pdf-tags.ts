import { PDFName, type PDFContext, type PDFDict, type PDFPage, type PDFRef } from 'pdf-lib'
import type { DrawItem, Tag } from './draw-items.ts'

interface Element {
  readonly ref: PDFRef
  readonly tag: Tag
  readonly children: (PDFRef | { readonly page: PDFRef; readonly mcid: number })[]
}

const tagOf = (item: DrawItem): Tag | undefined => (item.kind === 'text' ? item.tag : undefined)

/** Collects what is read aloud, in reading order; everything else on a page is decoration. */
export interface TagTree {
  /** Marks the operators of a page's items and remembers where each tag's content stands. */
  mark(page: PDFPage, items: readonly { item: DrawItem; operators: string }[]): string
  /** Writes the structure into the catalogue; call once, when all pages are marked. */
  finish(catalog: PDFDict): void
}

export function tagTree(context: PDFContext): TagTree {
  const root = context.nextRef()
  const top: Element = { ref: context.nextRef(), tag: { role: 'Document' }, children: [] }
  const elements = new Map<Tag, Element>()
  const parents: PDFRef[][] = []

  const elementOf = (tag: Tag): Element => {
    const known = elements.get(tag)
    if (known) return known
    const element: Element = { ref: context.nextRef(), tag, children: [] }
    elements.set(tag, element)
    parentOf(tag).children.push(element.ref)
    return element
  }
  const parentOf = (tag: Tag): Element => (tag.parent ? elementOf(tag.parent) : top)

  const write = (element: Element, parent: PDFRef): void => {
    const kids = element.children.map((child) =>
      'mcid' in child ? context.obj({ Type: 'MCR', Pg: child.page, MCID: child.mcid }) : child,
    )
    context.assign(element.ref, context.obj({ Type: 'StructElem', S: element.tag.role, P: parent, K: kids }))
  }

  return {
    mark(page, items) {
      const owners: PDFRef[] = []
      const parts: string[] = []
      let open: Tag | undefined | null = null
      for (const { item, operators } of items) {
        if (operators === '') continue
        const tag = tagOf(item)
        if (tag !== open) {
          if (open !== null) parts.push('EMC')
          if (tag) {
            const element = elementOf(tag)
            element.children.push({ page: page.ref, mcid: owners.length })
            parts.push(`/${tag.role} <</MCID ${owners.length}>> BDC`)
            owners.push(element.ref)
          } else parts.push('/Artifact BMC')
          open = tag
        }
        parts.push(operators)
      }
      if (open !== null) parts.push('EMC')
      page.node.set(PDFName.of('StructParents'), context.obj(parents.length))
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
      parents.push(owners)
      return parts.join('\n')
    },
    finish(catalog) {
      for (const element of elements.values()) write(element, parentOf(element.tag).ref)
      write(top, root)
      const numbers = parents.flatMap((owners, i) => [i, owners])
      context.assign(
        root,
        context.obj({
          Type: 'StructTreeRoot',
          K: [top.ref],
          ParentTree: { Nums: numbers },
          ParentTreeNextKey: parents.length,
        }),
      )
      catalog.set(PDFName.of('StructTreeRoot'), root)
      catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
    },
  }
}
