import { describe, expect, it } from 'vitest'
import { unitOf, shapeOf } from '../../client/wall-unit.ts'
import { isNight, isReloadDue } from '../../client/wall-hours.ts'
import { placeOf } from '../../client/wall-place.ts'

const at = (local: string) => Date.parse(`${local}:00+08:00`)

describe('the wall at night', () => {
  it.each([['2026-03-17T21:59', false], ['2026-03-17T22:00', true], ['2026-03-18T00:30', true], ['2026-03-18T05:59', true], ['2026-03-18T06:00', false]])('isNight() at %s is %s', (now, night) => {
    expect(isNight(at(now))).toBe(night)
  })

  it.each([
    ['2026-03-18T02:59', '2026-03-17T09:00', false],
    ['2026-03-18T03:00', '2026-03-17T09:00', true],
    ['2026-03-18T03:59', '2026-03-17T09:00', true],
    ['2026-03-18T04:00', '2026-03-17T09:00', false],
    ['2026-03-18T03:20', '2026-03-18T03:01', false],
    ['2026-03-18T03:20', '2026-03-18T02:59', true],
  ])('isReloadDue() at %s for a page opened at %s is %s', (now, opened, due) => {
    expect(isReloadDue(at(now), at(opened))).toBe(due)
  })
})

describe('where a wall begins', () => {
  it.each([
    [null, '', { first: 0, paused: false }],
    [null, '?scene=trend', { first: 5, paused: false }],
    [null, '?scene=2', { first: 1, paused: false }],
    [null, '?scene=9', { first: 0, paused: false }],
    [null, '?scene=nowhere', { first: 0, paused: false }],
    ['towns', '?scene=trend', { first: 3, paused: false }],
    ['roll-call paused', '', { first: 1, paused: true }],
  ])('placeOf() kept %j, asked %j', (kept, search, place) => {
    expect(placeOf(kept, search)).toEqual(place)
  })
})

describe('the wall’s unit', () => {
  it.each([
    [1920, 1080, 8, 'usual'], [3840, 2160, 16, 'usual'], [3840, 1080, 8, 'wide'], [5760, 1080, 8, 'wide'], [1080, 1920, 8, 'tall'], [1366, 768, 768 / 135, 'usual'], [1280, 1024, 1280 / 240, 'usual'],
  ] as const)('unitOf() %i × %i is %d px, %s', (width, height, u, shape) => {
    expect(unitOf({ width, height })).toBeCloseTo(u, 6)
    expect(shapeOf({ width, height })).toBe(shape)
  })
})
