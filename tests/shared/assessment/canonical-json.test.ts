import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/assessment/canonical-json.ts'
import { seedOf } from '../../support/seed.ts'

describe('canonicalJson()', () => {
  it.each([
    [{ b: 1, a: [2, null, true] }, '{"a":[2,null,true],"b":1}'],
    [{ 'é': 1, z: 2, A: 3 }, '{"A":3,"z":2,"é":1}'],
    [{ a: undefined, b: { d: '题“名”', c: '' } }, '{"b":{"c":"","d":"题“名”"}}'],
    [[0.1, -0, 1e21, 95.5], '[0.1,0,1e+21,95.5]'],
    ['a\n"', '"a\\n\\""'],
  ])('writes %j one way', (value, json) => {
    expect(canonicalJson(value)).toBe(json)
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [[undefined]]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow()
  })

  const seed = seedOf()
  it(`does not depend on the order fields were set in, and reads back as the same value (seed ${seed})`, () => {
    fc.assert(fc.property(fc.jsonValue(), fc.infiniteStream(fc.nat()), (value, stream) => {
      const json = canonicalJson(value)
      expect(canonicalJson(shuffled(value, () => stream.next().value as number))).toBe(json)
      expect(canonicalJson(JSON.parse(json))).toBe(json)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
    }), { seed })
  })
})

function shuffled(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, next))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, each]) => ({ name, each: shuffled(each, next), place: next() }))
  return Object.fromEntries(fields.sort((a, b) => a.place - b.place).map(({ name, each }) => [name, each]))
}
