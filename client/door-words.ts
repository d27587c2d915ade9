/** Words of the sign-in page and of an address that is none: whoever is not yet inside sees no more. */
export const doorWords = {
  signIn: {
    title: '登录',
    account: '账号',
    password: '密码',
    enter: '登录',
    entering: '正在登录',
    sampleTitle: '演示账号',
    sampleNote: '演示数据均为虚构，点任一账号直接进入',
    sampleUnits: '各单位的演示入口',
    blank: '请填写账号和密码。',
    intro: '区政府办公室、各部门和街镇共用一本账：该公开什么、何时到期、谁已逾期。',
    ended: '登录已失效，请重新登录。',
  },
  notFound: { title: '没有这个页面', back: '回到首页' },
} as const
