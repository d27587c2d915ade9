/**
 * The one way to write a value as JSON: keys in order of code units, no spaces, numbers as ECMAScript writes them, absent
 * fields left out. The same value has the same bytes on every machine, so that a fingerprint can be taken of it. Throws on
 * what JSON cannot say: not finite numbers, functions, holes in lists.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string': case 'boolean': return JSON.stringify(value)
    case 'number': {
      if (!Number.isFinite(value)) throw new RangeError(`Expected a finite number but found ${value}`)
      return JSON.stringify(value)
    }
    case 'object': {
      if (value === null) return 'null'
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : objectJson(value as Readonly<Record<string, unknown>>)
    }
    default: throw new TypeError(`Expected a JSON value but found ${typeof value}`)
  }
}

function objectJson(value: Readonly<Record<string, unknown>>): string {
  const fields: string[] = []
  for (const name of Object.keys(value).sort()) {
    const field = value[name]
    if (field !== undefined) fields.push(`${JSON.stringify(name)}:${canonicalJson(field)}`)
  }
  return `{${fields.join(',')}}`
}
