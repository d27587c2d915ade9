import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { GapPlan, GapStep } from '../../shared/measures/gap-plan.ts'
import type { ProjectionAnswer } from '../../shared/wire/unit-answers.ts'
import { ask, NotGranted } from '../ask.ts'

/** Steps ticked before anybody ticks: what a person can think about at once. */
const FIRST = 6
/** Ticks that follow each other closely are tried out together. */
const WAIT_MS = 120

/** What names a step while the plan around it changes. */
export function stepKey({ obligation, item }: Pick<GapStep, 'obligation' | 'item'>): string {
  return obligation ?? item
}

/** Ticks of a plan, and the score they would give: asked anew whenever a tick or the plan changes. */
export function projection(unit: () => string, plan: Ref<GapPlan | null>) {
  const ticked = shallowRef<ReadonlySet<string>>(new Set())
  const answer = shallowRef<ProjectionAnswer | null>(null)
  const problem = ref('')
  let touched = false
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    const mine = ++turn
    const chosen = (plan.value?.steps ?? []).filter((step) => ticked.value.has(stepKey(step)))
    const body = {
      obligations: chosen.flatMap(({ obligation }) => obligation ?? []),
      items: chosen.filter(({ obligation }) => obligation === null).map(({ item }) => item),
    }
    try {
      const got = await ask<ProjectionAnswer>(`/api/units/${encodeURIComponent(unit())}/what-if`, { method: 'POST', body })
      if (mine !== turn) return
      answer.value = got
      problem.value = ''
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      if (mine === turn) problem.value = error.message
    }
  }

  function soon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void read(), WAIT_MS)
  }

  function tick(step: GapStep): void {
    touched = true
    const next = new Set(ticked.value)
    if (!next.delete(stepKey(step))) next.add(stepKey(step))
    ticked.value = next
    soon()
  }

  function tickAll(on: boolean): void {
    touched = true
    ticked.value = new Set(on ? plan.value?.steps.map(stepKey) ?? [] : [])
    soon()
  }

  watch(unit, () => {
    touched = false
    answer.value = null
  })
  watch(plan, (now) => {
    if (now === null) return
    const steps = now.steps.map(stepKey)
    ticked.value = new Set(touched ? steps.filter((key) => ticked.value.has(key)) : steps.slice(0, FIRST))
    if (steps.length > 0) soon()
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  return { ticked, tick, tickAll, answer, problem }
}
