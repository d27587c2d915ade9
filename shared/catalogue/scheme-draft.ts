import type { Scheme } from './scheme.ts'

/** Every number may still be blank: what a form holds before it is complete. */
export type Blankable<T> =
  T extends number ? number | null
    : T extends readonly (infer E)[] ? readonly Blankable<E>[]
      : T extends object ? { readonly [K in keyof T]: Blankable<T[K]> } : T

/** A scheme being written. A whole scheme is a draft too. */
export type SchemeDraft = Blankable<Scheme>
export type GroupDraft = SchemeDraft['groups'][number]
export type LeafDraft = GroupDraft['leaves'][number]
