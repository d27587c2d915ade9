import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Board, DistrictRow, UnitRow } from '../../shared/measures/board-rows.ts'
import type { DutyPage, DutyRow, UnitsAnswer } from '../../shared/wire/answers.ts'
import { ask, NotGranted } from '../ask.ts'

/** How often the page asks whether something was recorded, and how long it waits at the least between readings. */
const LOOK_MS = 3_000
const CALM_MS = 6_000

/** Every duty the reader may see, with the figures they bear on; read again as entries are recorded. */
export function claimsList(office: boolean) {
  const rows = shallowRef<readonly DutyRow[]>([])
  const units = shallowRef<readonly UnitRow[]>([])
  const district = shallowRef<DistrictRow | null>(null)
  const day = ref('')
  const problem = ref('')
  const loaded = ref(false)
  let revision = -1
  let readAt = 0

  async function load(): Promise<void> {
    readAt = performance.now()
    try {
      const [duties, figures] = await Promise.all([ask<DutyPage>('/api/duties'), office ? ask<Board>('/api/board') : ask<UnitsAnswer & { district?: undefined }>('/api/units')])
      if (duties.revision < revision) return
      ;[rows.value, units.value, district.value, day.value] = [duties.rows.filter((row) => !row.ended), figures.units, figures.district ?? null, duties.asOf]
      revision = duties.revision
      problem.value = ''
      loaded.value = true
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
    }
  }

  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible' || performance.now() - readAt < CALM_MS || !loaded.value) return
    void ask<{ revision: number }>('/api/health').then((health) => (health.revision === revision ? undefined : load())).catch((error: unknown) => {
      if (!(error instanceof NotGranted)) throw error
    })
  }, LOOK_MS)
  onScopeDispose(() => clearInterval(timer))

  const unitRow = computed(() => new Map(units.value.map((unit) => [unit.id, unit] as const)))
  return { rows, units, unitRow, district, day, problem, loaded, load }
}
