import '../../../client/styles/tokens.css'
import { CustomChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { createApp, h, nextTick, shallowRef } from 'vue'
import { departmentKinds, heatMatrix, otherKinds } from '../../../client/lists/heat-matrix.ts'
import HeatScene from '../../../client/pages/scenes/HeatScene.vue'
import { applyPatch } from '../../../shared/wire/board-patch.ts'
import type { Board } from '../../../shared/measures/board-rows.ts'
import type { Patch } from '../../../shared/wire/events.ts'
import { heatOption } from './heat-option.ts'

/*
 * The heatmap of all units as the wall shows it, and the same matrix as an option of a bare chart beside it: what the measuring
 * program drives. Every act ends when the matrix has been brought up to date.
 */
use([CustomChart, GridComponent, SVGRenderer])
const kinds = [...departmentKinds, ...otherKinds]
const board = shallowRef<Board | null>(null)
let bare: ECharts | undefined

function sized(id: string): HTMLElement {
  const element = document.getElementById(id)!
  element.style.cssText = 'width: 1880px; height: 1000px; display: grid'
  return element
}

const acts = {
  /** Shows a board; resolves when both charts stand. */
  async show(whole: Board): Promise<number> {
    board.value = whole
    const ours = sized('ours')
    createApp({ render: () => h(HeatScene, { board: board.value!, calm: board.value!, kinds, title: '逾期热力', seconds: 30, paused: true }) }).mount(ours)
    while (ours.querySelector('svg') === null) await new Promise((resolve) => setTimeout(resolve, 50))
    bare = init(sized('bare'), null, { renderer: 'svg' })
    await acts.full()
    return heatMatrix(whole, kinds).cells.length
  },
  async patch(patch: Patch): Promise<void> {
    board.value = applyPatch(board.value!, patch)
    await nextTick()
  },
  async full(): Promise<void> {
    const merged = () => ''
    bare!.setOption(heatOption(heatMatrix(board.value!, kinds), { u: 8, total: '合计', merged }))
    bare!.getZr().flush()
  },
}

Object.assign(window, { acts })
