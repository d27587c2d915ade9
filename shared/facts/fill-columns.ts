/** A column of rows people paste (粘贴多行): its head, other heads people write, and what it wants. */
export interface FillColumn {
  readonly field: 'kind' | 'item' | 'ref' | 'title' | 'day' | 'url' | 'channel' | 'period' | 'policy' | 'with' | 'interprets'
  readonly head: string
  readonly alike: readonly string[]
  readonly hint: string
  /** In characters of a sheet. */
  readonly width: number
}

/** In the order of the template. */
export const fillColumns: readonly FillColumn[] = [
  { field: 'kind', head: '类别', alike: ['登记类别', '类型', '填报类别'], hint: '“登记形成”或“报公开”；不写时有公开网址的按“报公开”，没有的按“登记形成”。', width: 12 },
  { field: 'item', head: '事项', alike: ['公开事项', '目录事项', '事项名称', '事项编号'], hint: '目录中的事项名称、编号，或以“/”连接的完整路径。', width: 30 },
  { field: 'ref', head: '文号或索引号', alike: ['文号', '索引号', '发文字号', '编号', '文号/索引号'], hint: '如“云医保发〔2026〕6号”；没有文号的写索引号。报公开时可不写。', width: 26 },
  { field: 'title', head: '标题', alike: ['名称', '信息标题', '文件标题', '信息名称'], hint: '信息的标题。', width: 50 },
  { field: 'day', head: '日期', alike: ['形成日期', '成文日期', '公开日期', '发布日期', '签发日期', '时间'], hint: '登记形成写形成（成文）日期，报公开写公开日期；2026/3/9、2026年3月9日都可以。', width: 14 },
  { field: 'url', head: '网址', alike: ['公开网址', '链接', '网页地址', '公开链接', 'URL'], hint: '以 http:// 或 https:// 开头的完整网址；报公开时必填。', width: 50 },
  { field: 'channel', head: '公开渠道', alike: ['渠道'], hint: '如“政府网站”；报公开时不写按“政府网站”。', width: 14 },
  { field: 'period', head: '所属期', alike: ['周期', '所属周期'], hint: '定期公开的事项填写，如 2026-10、2026-Q3、2026；其他事项不写。', width: 12 },
  { field: 'policy', head: '政策文件', alike: ['是否政策文件', '是否政策'], hint: '是政策文件（须解读）的写“是”。', width: 10 },
  { field: 'with', head: '联合单位', alike: ['联合发文单位', '联合发文'], hint: '联合发文的其他单位，用顿号分开；本单位牵头。', width: 24 },
  { field: 'interprets', head: '所解读的政策', alike: ['解读的政策', '解读文号'], hint: '报公开政策解读时，写所解读政策的文号。', width: 26 },
]
