import { ref } from 'vue'
import { serverNow } from '../clock.ts'

const PLACE = 'assessment-year'
const SHANGHAI_MS = 8 * 3_600_000
const chosen = ref<string | null>(null)

/** The assessment year last looked at in this tab; this year (Asia/Shanghai) when none was, empty before the first answer of the server. */
export function assessmentYear(): string {
  if (chosen.value !== null) return chosen.value
  const kept = keptYear()
  if (kept !== null) return kept
  const now = serverNow()
  return now === null ? '' : new Date(now + SHANGHAI_MS).toISOString().slice(0, 4)
}

/** The pages of one year say which: the tabs of a page without a year lead back to it. */
export function rememberAssessmentYear(year: string): void {
  if (!/^\d{4}$/.test(year)) return
  chosen.value = year
  try {
    sessionStorage.setItem(PLACE, year)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

function keptYear(): string | null {
  try {
    return sessionStorage.getItem(PLACE)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
