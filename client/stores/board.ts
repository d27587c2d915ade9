import { defineStore } from 'pinia'
import type { Board } from '../../shared/measures/board-rows.ts'
import { useLine } from './line.ts'

/** The wall's board, replaced whole or by patch; never mutated. */
export const useBoard = defineStore('board', () => {
  const { frame, state, confirmedAt, endedWith, sink, clear } = useLine<Board>()
  return { board: frame, state, confirmedAt, endedWith, sink, clear }
})
