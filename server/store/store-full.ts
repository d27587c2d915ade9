/** The disk takes no more: nothing of this write was kept, and reading goes on. `message` is the sentence for the person who wrote. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull'

  constructor(cause: unknown) {
    super('数据盘已满或无法写入，这次提交没有保存任何内容；请管理员清理数据盘后重试，已有内容可照常查看。', { cause })
  }
}
