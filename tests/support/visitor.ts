/** Somebody who sends requests to one server, with what says who it is. */
export class Visitor {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = url
    this.headers = headers
  }

  get cookie(): string {
    return this.headers['cookie'] ?? ''
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.url + path, { redirect: 'manual', ...init, headers: { ...this.headers, ...init.headers as Record<string, string> | undefined } })
  }

  /** The JSON of a GET that must succeed. */
  async read<T>(path: string): Promise<T> {
    const answer = await this.ask(path)
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`)
    return await answer.json() as T
  }

  send(method: string, path: string, body: unknown): Promise<Response> {
    return this.ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  }

  /** The JSON of a POST that must succeed. */
  async post<T>(path: string, body: unknown): Promise<T> {
    const answer = await this.send('POST', path, body)
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`)
    return await answer.json() as T
  }

  /** What a refused request answers. */
  static async faultOf(answer: Response): Promise<{ status: number; code: string; message: string }> {
    const { error } = await answer.json() as { error: { code: string; message: string } }
    return { status: answer.status, ...error }
  }
}

/** The cookies an answer hands out, as a browser would send them back. */
export function cookiesOf(answer: Response): string {
  return answer.headers.getSetCookie().map(each => each.split(';')[0]!).join('; ')
}
