/** Texts a spreadsheet would run, in every disguise we know of. */
export const formulas: readonly string[] = [
  '=1+1', '+1+1', '-1+1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '=HYPERLINK("http://x.example/","点")', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '\u00a0=1+1', '\u3000=1+1', '\ufeff=1+1',
  '＝1+1', '＋1', '－1', '＠A1', '﹦1', '\u0000=1+1', '"=1+1"', '=1+1,=2+2', ';=1+1', "'=1+1", '%0A=1+1', '=DDE("a";"b";"c")', '-2+3+cmd|x', '<script>alert(1)</script>', '{{7*7}}', '=IMPORTXML("http://x.example")',
]
