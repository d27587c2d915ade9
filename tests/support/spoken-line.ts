import type { Page } from 'playwright'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { Patch } from '../../shared/wire/events.ts'

/** The server's end of a wall's socket, spoken by hand: the page's own client, channel and stores run as they are. */
export interface SpokenLine {
  patch(patch: Patch): void
}

/** Answers every join of the page with this board; to be called before the page is opened. */
export async function speakBoard(page: Page, board: Board): Promise<SpokenLine> {
  let say: (message: string) => void = () => undefined
  await page.routeWebSocket(/socket\.io/, (socket) => {
    say = message => socket.send(message)
    socket.onMessage((message) => {
      const text = String(message)
      if (text.startsWith('40')) {
        say('40{"sid":"spoken"}')
        say(`42${JSON.stringify(['hello', { epoch: 'spoken', revision: board.revision, day: board.day, now: `${board.day}T02:00:00.000Z` }])}`)
      }
      const asked = /^42(\d+)\["join"/.exec(text)
      if (asked !== null) say(`43${asked[1]}${JSON.stringify([{ board }])}`)
    })
    say(`0${JSON.stringify({ sid: 'spoken', upgrades: [], pingInterval: 1e9, pingTimeout: 1e9, maxPayload: 1e6 })}`)
  })
  return { patch: patch => say(`42${JSON.stringify(['patch', patch])}`) }
}
