import { cpus, freemem, loadavg, totalmem } from 'node:os'
import { isReached, type Measured, type Spread } from './measured.ts'

/** The machine, since a figure without one says nothing. */
export function machineWords(): string {
  const [first] = cpus()
  const gib = (bytes: number) => (bytes / 2 ** 30).toFixed(1)
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${gib(totalmem())} GiB (${gib(freemem())} free), Node ${process.version}, load ${loadavg()[0]!.toFixed(1)} at the start`
}

/** One measured line as text: what, ours, bare, ratio, what was to be reached and whether it was. */
export function lineWords(measured: Measured): string {
  const { letter, what, against, unit, ours, bare, ratio, reach, notes = [] } = measured
  const reached = isReached(measured)
  const wanted = reach === null ? 'no limit' : 'atLeast' in reach ? `>= ${reach.atLeast}` : `<= ${reach.atMost}`
  const verdict = reached === null ? '' : reached ? '  reached' : '  MISSED'
  const rows = [
    `${letter}: ${what}`,
    `    ours  ${spreadWords(ours, unit)}`,
    ...(bare === null ? [] : [`    bare  ${spreadWords(bare, unit)}  ${against}`]),
    `    ratio ${numberWords(ratio.median)} (${numberWords(ratio.min)}–${numberWords(ratio.max)}), to reach ${wanted}${verdict}`,
    ...notes.map((note) => `    note  ${note}`),
  ]
  return rows.join('\n')
}

function spreadWords({ median, min, max }: Spread, unit: string): string {
  return `${numberWords(median)} ${unit} (${numberWords(min)}–${numberWords(max)})`
}

function numberWords(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })
}
