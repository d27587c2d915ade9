import { onScopeDispose, ref, shallowRef } from 'vue'
import type { JobAnswer, JobsAnswer, PaperRequest } from '../../shared/wire/paper-answers.ts'
import { ask, NotGranted } from '../ask.ts'

/** How often unfinished jobs are asked after. */
const EVERY = 700

/** One's own jobs: started, followed while any is unfinished, cancelled. */
export function paperJobs() {
  const jobs = shallowRef<readonly JobAnswer[]>([])
  const problem = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  onScopeDispose(() => {
    ended = true
    clearTimeout(timer)
  })

  async function tried(work: () => Promise<void>): Promise<void> {
    try {
      await work()
      problem.value = ''
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
    }
  }

  async function follow(): Promise<void> {
    clearTimeout(timer)
    await tried(async () => {
      const answer = await ask<JobsAnswer>('/api/jobs')
      jobs.value = answer.jobs
    })
    if (!ended && jobs.value.some(isOpen)) timer = setTimeout(() => void follow(), EVERY)
  }

  /** One job for each request, in order; the first refusal stops the rest. */
  async function start(year: string, requests: readonly PaperRequest[]): Promise<void> {
    await tried(async () => {
      for (const body of requests) {
        const job = await ask<JobAnswer>(`/api/assessments/${year}/papers`, { method: 'POST', body })
        jobs.value = [job, ...jobs.value]
      }
    })
    const said = problem.value
    await follow()
    problem.value ||= said
  }

  /** Cancels an unfinished job, forgets a finished one. */
  async function end({ id }: JobAnswer): Promise<void> {
    await tried(async () => {
      await ask(`/api/jobs/${id}`, { method: 'DELETE' })
    })
    await follow()
  }

  return { jobs, problem, follow, start, end }
}

export function isOpen({ state }: Pick<JobAnswer, 'state'>): boolean {
  return state === 'waiting' || state === 'working'
}
