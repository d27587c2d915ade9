/** Every label of the annual assessment's own screens: its tabs, the table of marks, the working of a cell, entering a mark. */
export const assessmentWords = {
  nav: '年度考核',
  tabs: {
    label: '年度考核各页', score: '成绩', samples: '抽样', findings: '问题整改', editions: '封存', papers: '材料', scheme: '评分细则',
  },
} as const
