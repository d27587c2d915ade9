/** 墨 and 纸: the two lights of the desk. */
export type Light = 'light' | 'dark'

const KEY = 'desk-light'

/** The light last chosen at this desk; paper when none was. */
export function rememberedLight(): Light {
  return remembered(KEY) === 'dark' ? 'dark' : 'light'
}

export function shownLight(): Light {
  return document.documentElement.dataset['light'] === 'dark' ? 'dark' : 'light'
}

export function turnLight(light: Light): void {
  document.documentElement.dataset['light'] = light
  remember(KEY, light)
}

/** What this browser keeps for us; null where it keeps nothing (private windows, storage off). */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch (error) {
    // A choice that cannot be kept still holds for this page.
    if (!(error instanceof DOMException)) throw error
  }
}
