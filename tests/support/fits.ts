import type { Page } from 'playwright'

export interface Fit {
  /** Text that is cut off, runs out of the screen or over other text; scroll bars. */
  readonly faults: readonly string[]
  readonly smallestFont: { readonly size: number; readonly text: string }
  readonly texts: number
}

/**
 * Looks at every piece of text that can be seen. A row that lies wholly outside the list that clips it was left out whole and
 * is no fault; a piece of one is.
 */
export function fitOf(page: Page): Promise<Fit> {
  return page.evaluate(() => {
    interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
    const faults: string[] = []
    const seen: { text: string; box: Box; node: Node }[] = []
    let smallest = { size: Infinity, text: '' }
    const screen: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    const meets = (a: Box, b: Box) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
    const holds = (outer: Box, inner: Box) =>
      inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1
    /** A line is higher than its strokes, which stand in its middle: what is cut of the rest is air. */
    const strokes = (box: DOMRect, height: number, isVertical: boolean): Box => {
      const air = Math.max(0, ((isVertical ? box.width : box.height) - height) / 2)
      return isVertical
        ? { left: box.left + air, right: box.right - air, top: box.top, bottom: box.bottom }
        : { left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air }
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim()
      const parent = node.parentElement
      if (text === '' || parent === null || parent.closest('script, style, .unseen') !== null) continue
      const style = getComputedStyle(parent)
      if (style.visibility !== 'visible' || style.display === 'none') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const size = parseFloat(style.fontSize)
      const height = size * (/^[ -~]*$/.test(text) ? 0.72 : 0.94)
      const isVertical = style.writingMode.startsWith('vertical')
      const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0)
      const clips: Box[] = [screen]
      for (let above: Element | null = parent; above !== null; above = above.parentElement) {
        if (getComputedStyle(above).overflow !== 'visible') clips.push(above.getBoundingClientRect())
      }
      let isSeen = false
      for (const rect of boxes) {
        const box = strokes(rect, height, isVertical)
        if (!clips.every(clip => meets(clip, box))) continue
        isSeen = true
        if (!clips.every(clip => holds(clip, box))) faults.push(`cut off: ${text}`)
        seen.push({ text, box, node })
      }
      if (isSeen && size < smallest.size) smallest = { size, text }
    }
    for (let i = 0; i < seen.length; i++) {
      for (let j = i + 1; j < seen.length; j++) {
        const [a, b] = [seen[i]!, seen[j]!]
        if (a.node !== b.node && meets(a.box, b.box)) faults.push(`over each other: ${a.text} | ${b.text}`)
      }
    }
    for (const element of document.querySelectorAll('*')) {
      const { overflowX, overflowY } = getComputedStyle(element)
      const scrolls = (way: string, over: number) => (way === 'auto' || way === 'scroll') && over > 1
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`
      if (scrolls(overflowX, element.scrollWidth - element.clientWidth)) faults.push(`scrolls across: ${name}`)
      if (scrolls(overflowY, element.scrollHeight - element.clientHeight)) faults.push(`scrolls down: ${name}`)
    }
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight) faults.push('the page scrolls')
    return { faults: [...new Set(faults)], smallestFont: smallest, texts: seen.length }
  })
}
