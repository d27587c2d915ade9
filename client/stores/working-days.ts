import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { addDays, yearOf, type Day } from '../../shared/time/day.ts'
import { workingCalendar, type CalendarYear } from '../../shared/time/working-calendar.ts'
import { ask } from '../ask.ts'

/** The working-day calendar, year by year as rows ask for it: lists count working days by the server's own rule. */
export const useWorkingDays = defineStore('workingDays', () => {
  const years = shallowRef<ReadonlyMap<number, CalendarYear>>(new Map())
  const asked = new Set<number>()
  const calendar = computed(() => workingCalendar([...years.value.values()]))

  async function load(year: number): Promise<void> {
    if (asked.has(year)) return
    asked.add(year)
    const answer = await ask<CalendarYear>(`/api/calendar/${year}`).catch((error: unknown) => {
      asked.delete(year)
      throw error
    })
    years.value = new Map(years.value).set(year, { year, notices: answer.notices, days: answer.days })
  }

  /** Working days in (from, to]; null while a year between is not read yet (it is asked for). */
  function between(from: Day, to: Day): number | null {
    let known = true
    for (let year = yearOf(from); year <= yearOf(to); year += 1) {
      if (years.value.has(year)) continue
      known = false
      void load(year).catch(() => undefined)
    }
    return known ? calendar.value.workdaysBetween(from, to) : null
  }

  /** Whether it is a working day; null while its year is not read yet. */
  function isWorkday(day: Day): boolean | null {
    const before = between(addDays(day, -1), day)
    return before === null ? null : before > 0
  }

  return { years, load, between, isWorkday }
})
