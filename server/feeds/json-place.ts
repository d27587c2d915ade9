const LITERAL = /true|false|null/y
const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
const SPACE = /[ \t\r\n]*/y

export interface Place {
  /** Both from 1. */
  readonly line: number
  readonly column: number
}

/**
 * Where a text stops being JSON: the first character that cannot stand there, or the end. Only asked about a text the
 * parser has refused, whose own message does not always tell the place.
 */
export function jsonPlace(text: string): Place {
  const before = text.slice(0, faultIn(text)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

type Expects = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing'

/** The index after the string that begins at `at`, by hand: a pattern with two stars would walk a broken one for ever. */
function stringEnd(text: string, at: number): number | undefined {
  if (text[at] !== '"') return undefined
  for (let i = at + 1; i < text.length; i++) {
    const char = text[i] ?? ''
    if (char === '"') return i + 1
    if (char < ' ') return undefined
    if (char !== '\\') continue
    const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(i + 1, i + 6))
    if (!escape) return undefined
    i += escape[0].length
  }
  return undefined
}

/** One step a token, without recursion: depth is the sender's choice, not the stack's. */
function faultIn(text: string): number {
  const open: ('[' | '{')[] = []
  let expects: Expects = 'value'
  let at = 0
  const reach = (shape: RegExp): number | undefined => {
    shape.lastIndex = at
    return shape.test(text) ? shape.lastIndex : undefined
  }
  for (;;) {
    at = reach(SPACE) ?? at
    const next = text[at]
    if (next === undefined || expects === 'nothing') return at
    const inside = open.at(-1)
    if (expects === 'colon') {
      if (next !== ':') return at
      at++
      expects = 'value'
    } else if (next === ']' || next === '}') {
      const closes = next === ']' ? expects === 'valueOrEnd' : expects === 'nameOrEnd'
      if (inside !== (next === ']' ? '[' : '{') || !(closes || expects === 'commaOrEnd')) return at
      open.pop()
      at++
      expects = open.length > 0 ? 'commaOrEnd' : 'nothing'
    } else if (expects === 'commaOrEnd') {
      if (next !== ',') return at
      at++
      expects = inside === '{' ? 'name' : 'value'
    } else if (expects === 'name' || expects === 'nameOrEnd') {
      const end = stringEnd(text, at)
      if (end === undefined) return at
      at = end
      expects = 'colon'
    } else if (next === '[' || next === '{') {
      open.push(next)
      at++
      expects = next === '[' ? 'valueOrEnd' : 'nameOrEnd'
    } else {
      const end = stringEnd(text, at) ?? reach(NUMBER) ?? reach(LITERAL)
      if (end === undefined) return at
      at = end
      expects = open.length > 0 ? 'commaOrEnd' : 'nothing'
    }
  }
}
