import { describe, expect, it } from 'vitest'
import { JobRefused, Jobs, type JobFile, type JobLimits, type Report } from '../../server/jobs.ts'

const file = (size: number): JobFile => ({ name: 'a.csv', bytes: new Uint8Array(size), type: 'text/csv', sha256: 'x' })

function bench(limits?: Partial<JobLimits>) {
  const clock = { at: '2026-03-10T02:00:00.000Z', now: () => clock.at }
  const errors: unknown[] = []
  const jobs = new Jobs({ clock, report: error => errors.push(error), limits: { atOnce: 1, perOwner: 3, keptBytes: 1_000, keptFor: 60_000, ...limits } })
  const waiting: (() => void)[] = []
  /** Work that goes on when told. */
  const held = (report: Report) => new Promise<JobFile>((resolve, reject) => waiting.push(() => {
    try {
      report({ done: 1, total: 2, step: '一半' })
      resolve(file(10))
    } catch (error) {
      reject(error as Error)
    }
  }))
  const settled = () => new Promise(resolve => setImmediate(resolve))
  return { clock, errors, jobs, waiting, held, settled }
}

describe('Jobs', () => {
  it('works on so many at once, the others wait their turn', async () => {
    const { jobs, held, waiting, settled } = bench()
    const ids = ['a', 'b'].map(title => jobs.start({ owner: 'me', title, work: held })!.id)
    expect(ids.map(id => jobs.find(id, 'me')?.state)).toEqual(['working', 'waiting'])
    waiting.shift()!()
    await settled()
    expect(ids.map(id => jobs.find(id, 'me')?.state)).toEqual(['done', 'working'])
    expect(jobs.file(ids[0]!, 'me')?.bytes.length).toBe(10)
    expect(jobs.list('me').map(job => job.title)).toEqual(['b', 'a'])
  })

  it('shows a job to nobody but its owner', () => {
    const { jobs, held } = bench()
    const { id } = jobs.start({ owner: 'me', title: 'a', work: held })!
    expect([jobs.find(id, 'you'), jobs.file(id, 'you'), jobs.cancel(id, 'you'), jobs.list('you')]).toEqual([undefined, undefined, undefined, []])
    expect(jobs.find(id, 'me')?.state).toBe('working')
  })

  it('stops a cancelled one at its next step, keeps nothing of it, and goes on with the next', async () => {
    const { jobs, held, waiting, settled } = bench()
    const [first, second] = ['a', 'b'].map(title => jobs.start({ owner: 'me', title, work: held })!.id)
    expect(jobs.cancel(first!, 'me')?.state).toBe('cancelled')
    waiting.shift()!()
    await settled()
    expect([jobs.find(first!, 'me')?.state, jobs.file(first!, 'me'), jobs.find(second!, 'me')?.state]).toEqual(['cancelled', undefined, 'working'])
  })

  it('takes no more unfinished ones of a person than its limit', () => {
    const { jobs, held } = bench()
    const start = (owner: string) => jobs.start({ owner, title: 'a', work: held })
    expect([start('me'), start('me'), start('me'), start('me'), start('you')].map(job => job !== undefined)).toEqual([true, true, true, false, true])
  })

  it('forgets files when they are too many bytes, and everything finished after its time', async () => {
    const { jobs, clock, settled } = bench({ keptBytes: 25, perOwner: 9 })
    const ids = ['a', 'b', 'c'].map(title => jobs.start({ owner: 'me', title, work: async () => file(10) })!.id)
    for (let n = 0; n < 6; n += 1) await settled()
    expect(ids.map(id => jobs.find(id, 'me')?.state)).toEqual([undefined, 'done', 'done'])
    clock.at = '2026-03-10T02:02:00.000Z'
    expect(jobs.list('me')).toEqual([])
  })

  it('says why work was refused, and of a fault only that there was one', async () => {
    const { jobs, errors, settled } = bench()
    const refused = jobs.start({ owner: 'me', title: 'a', work: () => Promise.reject(new JobRefused('没有内容。')) })!.id
    const broken = jobs.start({ owner: 'me', title: 'b', work: () => Promise.reject(new Error('secret')) })!.id
    for (let n = 0; n < 4; n += 1) await settled()
    expect(jobs.find(refused, 'me')).toMatchObject({ state: 'failed', problem: '没有内容。' })
    expect(jobs.find(broken, 'me')?.problem).not.toContain('secret')
    expect(errors.map(error => (error as Error).message)).toEqual(['secret'])
  })
})
