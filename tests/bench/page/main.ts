import '../../../client/styles/tokens.css'
import { getInstanceByDom, init, type ECharts } from 'echarts/core'
import { createApp, h, nextTick, shallowRef } from 'vue'
import { departmentKinds, heatMatrix, otherKinds } from '../../../client/lists/heat-matrix.ts'
import { heatOption } from '../../../client/charts/heat-option.ts'
import HeatScene from '../../../client/pages/scenes/HeatScene.vue'
import { applyPatch } from '../../../shared/wire/board-patch.ts'
import type { Board } from '../../../shared/measures/board-rows.ts'
import type { Patch } from '../../../shared/wire/events.ts'

/*
 * The heatmap of all units as the wall shows it, and the same option on a bare chart beside it: what the measuring program
 * drives. Every act ends when the chart has been brought up to date.
 */
const kinds = [...departmentKinds, ...otherKinds]
const board = shallowRef<Board | null>(null)
let bare: ECharts | undefined

function sized(id: string): HTMLElement {
  const element = document.getElementById(id)!
  element.style.cssText = 'width: 1880px; height: 1000px; display: grid'
  return element
}

function chartOf(place: HTMLElement): ECharts | undefined {
  for (const element of place.querySelectorAll('div')) {
    const chart = getInstanceByDom(element)
    if (chart) return chart
  }
  return undefined
}

const acts = {
  /** Shows a board; resolves when both charts stand. */
  async show(whole: Board): Promise<number> {
    board.value = whole
    const ours = sized('ours')
    createApp({ render: () => h(HeatScene, { board: board.value!, calm: board.value!, kinds, title: '逾期热力' }) }).mount(ours)
    while (chartOf(ours) === undefined) await new Promise((resolve) => setTimeout(resolve, 50))
    bare = init(sized('bare'), null, { renderer: 'svg' })
    await acts.full()
    return heatMatrix(whole, kinds).cells.length
  },
  async patch(patch: Patch): Promise<void> {
    board.value = applyPatch(board.value!, patch)
    await nextTick()
    await nextTick()
    chartOf(document.getElementById('ours')!)!.getZr().flush()
  },
  async full(): Promise<void> {
    const merged = () => ''
    bare!.setOption(heatOption(heatMatrix(board.value!, kinds), { u: 8, total: '合计', merged }))
    bare!.getZr().flush()
  },
}

Object.assign(window, { acts })
