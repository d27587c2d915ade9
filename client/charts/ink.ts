/** The wall's inks as the charts need them; the same values as styles/tokens.css (a test compares them). */
export const darkInk = {
  bg: '#15120f',
  tx: '#f3ede1',
  tx2: '#d9d1c3',
  tx3: '#b5ac9d',
  mk: '#7a7266',
  rule2: '#4a433a',
  rule: '#2e2923',
  zhu: '#ff7a54',
  z2: '#8a2a18',
  z3: '#ff7a54',
  band: '#211c17',
} as const

export const sans = "'Source Sans 3','Noto Sans CJK SC','Source Han Sans SC','Source Han Sans CN','Microsoft YaHei','PingFang SC',sans-serif"
