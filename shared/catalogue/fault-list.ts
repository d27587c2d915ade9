import { refusal, type Refusal } from '../refusal.ts'

/** A number a form asks for: its place, what it is called, and between what it must lie. */
export interface AskedNumber {
  readonly place: string
  /** Begins the sentence: "指标A1“按时公开”的满分线". */
  readonly what: string
  readonly value: number | null | undefined
  readonly least: number
  readonly most?: number
  /** 0 itself is refused. */
  readonly above?: true
  readonly whole?: true
}

/** Collects the faults of one scheme: all of them, each at its field. */
export class FaultList {
  readonly all: Refusal[] = []

  say(code: string, place: string, message: string): void {
    this.all.push(refusal(code, place, message))
  }

  text(place: string, what: string, value: string): boolean {
    if (value.trim() !== '') return true
    this.say('blank', place, `${what}没有填写。`)
    return false
  }

  /** Refuses a blank, something that is no number, and one out of its bounds. */
  number({ place, what, value, least, most, above, whole }: AskedNumber): boolean {
    if (value === null || value === undefined || Number.isNaN(value)) {
      this.say('blank', place, `${what}没有填写。`)
      return false
    }
    if (above ? value <= least : value < least) this.say('too-small', place, `${what}应${above ? `大于${least}` : `不小于${least}`}，现为${value}。`)
    else if (most !== undefined && value > most) this.say('too-large', place, `${what}不能超过${most}，现为${value}。`)
    else if (whole && !Number.isInteger(value)) this.say('not-whole', place, `${what}应为整数，现为${value}。`)
    else return true
    return false
  }
}
