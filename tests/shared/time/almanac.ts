// chinese-days builds its tables when it is loaded and reads days in the local zone: it is right in UTC only.
const before = process.env['TZ']
process.env['TZ'] = 'UTC'
const { default: chineseDays } = await import('chinese-days')

/** Another hand's account of every day of 2018–2026: does it work. */
export const almanacWorkdays: ReadonlyMap<string, boolean> = new Map(
  Array.from({ length: (Date.UTC(2027, 0, 1) - Date.UTC(2018, 0, 1)) / 86_400_000 }, (_, i) => {
    const day = new Date(Date.UTC(2018, 0, 1 + i)).toISOString().slice(0, 10)
    return [day, chineseDays.isWorkday(day)]
  }))

export interface AlmanacYear {
  readonly year: number
  /** 正月初三, 五月初五, 八月十五 and 清明. */
  readonly spring3: string
  readonly dragonBoat: string
  readonly midAutumn: string
  readonly qingming: string | undefined
}

/** The lunar days and the solar term of 2000–2060. */
export const almanacYears: readonly AlmanacYear[] = Array.from({ length: 61 }, (_, i) => {
  const year = 2000 + i
  return {
    year, spring3: solarDay(`${year}-01-03`), dragonBoat: solarDay(`${year}-05-05`), midAutumn: solarDay(`${year}-08-15`),
    qingming: chineseDays.getSolarTerms(`${year}-04-03`, `${year}-04-07`).find((each) => each.name === '清明')?.date,
  }
})

function solarDay(lunar: string): string {
  return chineseDays.getSolarDateFromLunar(lunar).date
}

if (before === undefined) delete process.env['TZ']
else process.env['TZ'] = before
