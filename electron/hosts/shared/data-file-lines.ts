import { findNodeAtLocation, parse, parseTree, type JSONPath, type Node, type ParseError } from 'jsonc-parser'

/** `stages[3].actions[0].to` as steps into the JSON. */
const stepsOf = (field: string): JSONPath =>
  [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([word, index]) =>
    index === undefined ? word : Number(index),
  )

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/**
 * The line, from 1, on which a field of a JSON file stands; of a field that is missing the line of what should
 * hold it. null for a text that is no JSON at all.
 *
 * @param field  path as problems of data files tell it; empty: the whole file
 */
export function lineOfField(text: string, field: string): number | null {
  const tree = parseTree(text)
  if (!tree) return null
  let found: Node = tree
  const steps = stepsOf(field)
  for (let count = 1; count <= steps.length; count += 1) {
    const node = findNodeAtLocation(tree, steps.slice(0, count))
    if (!node) break
    // The name of a field says where it is better than its value, which may begin a line later.
    found = node.parent?.type === 'property' ? node.parent : node
  }
  return lineAt(text, found.offset)
}

/** The line of the first sign that is no JSON; null where there is none. */
export function lineOfSyntaxError(text: string): number | null {
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true })
  const [first] = errors
  return first ? lineAt(text, first.offset) : null
}
