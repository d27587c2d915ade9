import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describe, expect, it } from 'vitest'
import { answerFor, refused } from '../../../server/http/errors.ts'
import { StoreFull } from '../../../server/store/store-full.ts'

async function answerTo(thrown: Error): Promise<{ status: number; body: { error: { code: string; message: string } }; logged: unknown[] }> {
  const logged: unknown[] = []
  const app = new Hono()
  app.onError(answerFor({ info: () => undefined, warn: () => undefined, error: (given: unknown) => void logged.push(given) }))
  app.get('/', () => {
    throw thrown
  })
  const answer = await app.request('/')
  return { status: answer.status, body: await answer.json() as { error: { code: string; message: string } }, logged }
}

describe('answerFor()', () => {
  it.each([
    ['a refused request', refused(409, 'taken', '已存在。'), 409, 'taken'],
    ['a full disk', new StoreFull(new Error('SQLITE_FULL')), 507, 'store-full'],
    ['what a library refuses', new HTTPException(400, { message: 'Malformed JSON' }), 400, 'unreadable'],
  ])('%s keeps its status and is not logged', async (_name, thrown, status, code) => {
    const { body, logged, ...answer } = await answerTo(thrown)
    expect([answer.status, body.error.code, logged]).toEqual([status, code, []])
    expect(body.error.message).toMatch(/[\u4e00-\u9fff].*。$/)
  })

  it('what nobody foresaw is logged whole and told in general words', async () => {
    const { status, body, logged } = await answerTo(new Error('secret path /var/x'))
    expect([status, body.error.code]).toEqual([500, 'internal'])
    expect(body.error.message).not.toContain('secret')
    expect(logged).toMatchObject([{ err: { message: 'secret path /var/x' }, path: '/' }])
  })
})
