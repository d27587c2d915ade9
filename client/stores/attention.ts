import { computed, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Board } from '../../shared/measures/board-rows.ts'
import { second, serverNow } from '../clock.ts'
import { attentionOf, type Attention } from '../lists/attention.ts'

/** How long a unit stands in front. */
const FORWARD_MS = 12_000

/** The units brought forward now. One that changes again while it stands is shown as it is last; `wants` says which kinds are shown at all. */
export function attending(board: MaybeRefOrGetter<Board | null>, wants: (kind: Attention['kind']) => boolean) {
  const forward = ref<readonly Attention[]>([])
  const until = ref(0)
  watch(() => toValue(board), (after, before) => {
    if (after === null || before === null || before === undefined) return
    const found = attentionOf(before, after).filter(({ kind }) => wants(kind))
    if (found.length === 0) return
    const changed = new Set(found.map(({ unit }) => unit))
    forward.value = [...forward.value.filter(({ unit }) => !changed.has(unit)), ...found]
    until.value = (serverNow() ?? 0) + FORWARD_MS
  })
  watch(second, (now) => {
    if (now !== null && forward.value.length > 0 && now > until.value) forward.value = []
  })
  return { forward: computed(() => forward.value), dismiss: () => { forward.value = [] } }
}
