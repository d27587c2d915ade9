import { describe, expect, it } from 'vitest'
import { turned, turnOf, type Rotation, type Turn } from '../../client/rotation.ts'

const pages = { scenes: 4, seconds: 30 }
const at = (scene: number, left: number, paused = false): Rotation => ({ scene, left, paused })

describe('turned', () => {
  it.each<[string, Rotation, Turn, Rotation]>([
    ['counts down', at(0, 30), 'tick', at(0, 29)],
    ['turns when the last second is over', at(0, 1), 'tick', at(1, 30)],
    ['begins again after the last page', at(3, 1), 'tick', at(0, 30)],
    ['stands still while it rests', at(2, 7, true), 'tick', at(2, 7, true)],
    ['rests and goes on', at(2, 7), 'pause', at(2, 7, true)],
    ['steps forward with its full time', at(3, 7), { by: 1 }, at(0, 30)],
    ['steps back over the first page', at(0, 7), { by: -1 }, at(3, 30)],
    ['goes to a page by number', at(0, 7), { to: 2 }, at(2, 30)],
    ['stays where there is no such page', at(0, 7), { to: 8 }, at(0, 7)],
  ])('turned() %s', (_, now, turn, next) => {
    expect(turned(now, turn, pages)).toEqual(next)
  })
})

describe('turned over a scene that failed', () => {
  it.each<[string, Rotation, Turn, Rotation]>([
    ['passes over it by the clock', at(0, 1), 'tick', at(2, 30)],
    ['passes over it by hand', at(2, 7), { by: -1 }, at(0, 30)],
    ['tries it again when asked for it', at(0, 7), { to: 1 }, at(1, 30)],
  ])('turned() %s', (_, now, turn, next) => {
    expect(turned(now, turn, { ...pages, skips: (scene) => scene === 1 })).toEqual(next)
  })
  it('turned() stays when every scene failed', () => {
    expect(turned(at(2, 1), 'tick', { ...pages, skips: () => true })).toEqual(at(2, 30))
  })
})

describe('turnOf', () => {
  it.each<[string, Turn | undefined]>([
    ['1', { to: 0 }], ['4', { to: 3 }], ['ArrowRight', { by: 1 }], ['ArrowLeft', { by: -1 }], [' ', 'pause'], ['0', undefined], ['a', undefined],
  ])('turnOf() of %j', (key, turn) => {
    expect(turnOf(key)).toEqual(turn)
  })
})
