import { readdirSync, readFileSync } from 'node:fs'
import { readCalendarFile } from '../../../shared/time/read-calendar-file.ts'
import { workingCalendar, type CalendarYear, type WorkingCalendar } from '../../../shared/time/working-calendar.ts'

const FOLDER = new URL('../../../data/calendar/', import.meta.url)

/** The calendar years the program ships with, oldest first; throws with the refusals of a broken file. */
export function shippedYears(): CalendarYear[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort().map((name) => {
    const read = readCalendarFile(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))
    if (Array.isArray(read)) throw new Error(`${name}: ${JSON.stringify(read)}`)
    return read as CalendarYear
  })
}

export function shippedCalendar(): WorkingCalendar {
  return workingCalendar(shippedYears())
}
