import { refusal, type Refusal } from '../../shared/refusal.ts'

/** Stands in the place of a fact that could not even be parsed (a broken line), so that order and index are kept. */
export class Unreadable {
  readonly refusal: Refusal

  constructor(code: string, message: string) {
    this.refusal = refusal(code, '', message)
  }
}
