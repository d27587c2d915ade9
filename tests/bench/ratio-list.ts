import { boardRequests } from './board-requests.ts'
import { dayRoll } from './day-roll.ts'
import { intake } from './intake.ts'
import { memory } from './memory.ts'
import { oneCommit } from './one-commit.ts'
import { onePost } from './one-post.ts'
import { past } from './past.ts'
import { push } from './push.ts'
import type { Ratio } from './ratio.ts'
import { recount } from './recount.ts'
import { start } from './start.ts'
import { toScreen } from './to-screen.ts'

export const ratioList: readonly Ratio[] = [intake, onePost, recount, oneCommit, dayRoll, start, boardRequests, push, toScreen, past, memory]
