import type { Page } from 'playwright'

export interface Contrasts {
  readonly texts: number
  /** Every text below the ratio asked for, with its ratio. */
  readonly low: readonly string[]
}

/**
 * Contrast (WCAG 2) of every piece of text that can be seen, against what is painted under its middle: grounds of elements
 * above it, or squares and discs of a drawing before it (a chart's lines are no ground). Night hours, which dim the whole wall with its ground, are left out.
 */
export function contrastsOf(page: Page, least: number): Promise<Contrasts> {
  return page.evaluate((least) => {
    type Rgba = readonly [number, number, number, number]
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    const rgba = (colour: string): Rgba => {
      brush.clearRect(0, 0, 1, 1)
      brush.fillStyle = colour
      brush.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data
      return [r, g, b, a / 255]
    }
    const over = (top: Rgba, under: Rgba): Rgba => {
      const mixed = (n: 0 | 1 | 2) => top[n] * top[3] + under[n] * (1 - top[3])
      return [mixed(0), mixed(1), mixed(2), 1]
    }
    const light = ([r, g, b]: Rgba) => {
      const part = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }
    const isDrawn = (element: Element) => element instanceof SVGElement
    const opacityOf = (element: Element) => {
      let opacity = 1
      for (let above: Element | null = element; above !== null && !above.matches('.wall'); above = above.parentElement) opacity *= Number(getComputedStyle(above).opacity)
      return opacity
    }
    /** What an element paints on the page under its texts, transparent when nothing. */
    const ground = (element: Element): Rgba => {
      const style = getComputedStyle(element)
      const colour = !isDrawn(element) ? style.backgroundColor : !element.matches('rect, circle') || style.fill.startsWith('url') || style.fill === 'none' ? 'transparent' : style.fill
      const [r, g, b, a] = rgba(colour)
      return [r, g, b, a * opacityOf(element)]
    }
    const root = rgba(getComputedStyle(document.documentElement).backgroundColor)
    const low = new Set<string>()
    let texts = 0
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim()
      const parent = node.parentElement
      if (text === '' || parent === null || parent.closest('script, style, .unseen') !== null) continue
      const style = getComputedStyle(parent)
      if (style.visibility !== 'visible') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0)
      if (box === undefined) continue
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue
      const under = document.elementsFromPoint(x, y)
      const place = under.findIndex(element => element === parent || element.contains(parent))
      if (place < 0) continue
      const above = new Set<Element>()
      for (let element: Element | null = parent; element !== null; element = element.parentElement) above.add(element)
      const painted = under.slice(place).filter(element => above.has(element) || isDrawn(element)).map(ground).reverse()
        .reduce((sum: Rgba, each) => over(each, sum), root)
      const [r, g, b, a] = rgba(isDrawn(parent) ? style.fill : style.color)
      const shown = over([r, g, b, a * opacityOf(parent)], painted)
      const [bright, dark] = [light(shown), light(painted)].sort((one, other) => other - one) as [number, number]
      const ratio = (bright + 0.05) / (dark + 0.05)
      texts += 1
      if (ratio < least) low.add(`${text.slice(0, 20)}: ${ratio.toFixed(1)}`)
    }
    return { texts, low: [...low] }
  }, least)
}
