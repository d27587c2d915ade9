import type { CustomSeriesRenderItemReturn } from 'echarts'
import { darkInk, sans } from '../../../client/charts/ink.ts'

export type HeatMarkKind = 'z1' | 'z2' | 'z3' | 'due' | 'duty' | 'band' | 'rule' | 'break' | 'total' | 'note'

/** Where a mark stands: the middle of its cell, the cell's size, the width of the names before it, all in pixels. */
export interface HeatPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly u: number
  readonly names: number
  readonly text: string
}

/** The shapes of one mark: squares, rings and figures of the matrix. */
export function heatMark(kind: HeatMarkKind, place: HeatPlace): CustomSeriesRenderItemReturn {
  const { x, y, u, width, height, text } = place
  switch (kind) {
    case 'z1': return cell(place, { fill: 'none', stroke: darkInk.zhu, ink: darkInk.zhu })
    case 'z2': return cell(place, { fill: darkInk.z2, stroke: darkInk.zhu, ink: darkInk.tx })
    case 'z3': return cell(place, { fill: darkInk.z3, stroke: darkInk.z3, ink: darkInk.bg })
    case 'due': return { type: 'circle', shape: { cx: x, cy: y, r: 0.9 * u }, style: { fill: 'none', stroke: darkInk.tx2, lineWidth: 0.25 * u } }
    case 'duty': return { type: 'rect', shape: { x: x - 0.25 * u, y: y - 0.25 * u, width: 0.5 * u, height: 0.5 * u }, style: { fill: darkInk.mk } }
    case 'band': return across(place, { y: y - height / 2, height, fill: darkInk.band })
    case 'rule': return across(place, { y: y + height / 2, height: 0.125 * u, fill: darkInk.rule2 })
    case 'break': return across(place, { y: y + height / 2, height: 0.125 * u, fill: darkInk.mk })
    case 'total': return figure(text, { x, y, u, fill: darkInk.tx, align: 'center', weight: 600 })
    case 'note': return figure(text, { x: x - width / 2 + 0.8 * u, y, u, fill: darkInk.tx3, align: 'left', weight: 400 })
  }
}

interface CellInk {
  readonly fill: string
  readonly stroke: string
  readonly ink: string
}

function cell({ x, y, width, height, u, text }: HeatPlace, { fill, stroke, ink }: CellInk): CustomSeriesRenderItemReturn {
  const w = width - 1.2 * u
  const h = Math.min(height - 0.7 * u, 4 * u)
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { x: x - w / 2, y: y - h / 2, width: w, height: h }, style: { fill, stroke, lineWidth: 0.25 * u } },
      figure(text, { x, y: y - 0.1 * u, u, fill: ink, align: 'center', weight: 600 }),
    ],
  }
}

/** A mark over whole rows: from the names' left edge to the last column, whose count it carries as its text. */
function across({ x, width, names, text }: HeatPlace, band: { readonly y: number; readonly height: number; readonly fill: string }): CustomSeriesRenderItemReturn {
  const columns = x - width / 2
  return {
    type: 'rect',
    shape: { x: columns - names, y: Math.round(band.y), width: names + Number(text) * width, height: Math.max(1, Math.round(band.height)) },
    style: { fill: band.fill },
  }
}

interface FigureInk {
  readonly x: number
  readonly y: number
  readonly u: number
  readonly fill: string
  readonly align: 'left' | 'center'
  readonly weight: 400 | 600
}

function figure(text: string, { x, y, u, fill, align, weight }: FigureInk) {
  return {
    type: 'text' as const,
    style: { x, y, text, fill, align, verticalAlign: 'middle' as const, font: `${weight} ${2.5 * u}px ${sans}` },
  }
}
