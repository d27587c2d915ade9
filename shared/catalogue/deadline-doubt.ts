import { printedNumber } from './chinese-number.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import type { Doubt, Item } from './item.ts'

type ReadRules = Item['deadline']

interface ReadPhrase {
  readonly text: string
  readonly rules: readonly DeadlineRule[]
}

/**
 * The doubt of a deadline wording, with the repair its kind allows: a fill-down goes back to 3 working days, a truncated
 * phrase to the whole one above it, a wording without 内 to the same rule in full words.
 */
export function deadlineDoubt(code: string, phrase: ReadPhrase, above: ReadPhrase | undefined): Doubt {
  const printed = `公开时限印作“${phrase.text}”，`
  switch (code) {
    case 'fill-down-deadline': return {
      code, message: `${printed}与相邻各行按3、4、5、6、7、8逐行递增，疑为表格下拉填充所致，应为3个工作日；采纳前按原文计算。`,
      repair: { field: 'deadline', value: threeWorkdays(phrase) },
    }
    case 'truncated-deadline': return {
      code, message: `${printed}文字残缺，未写明期限，暂按《政府信息公开条例》第二十六条的20个工作日推定。`,
      ...(above ? { repair: { field: 'deadline', value: { printed: above.text, rules: above.rules } } } : {}),
    }
    case 'deadline-wording': return {
      code, message: `${printed}表述不规范，按期限数字识读。`,
      repair: { field: 'deadline', value: { printed: wholeWording(phrase), rules: phrase.rules } },
    }
    case 'compound-deadline': return { code, message: `${printed}一格载明两项时限，已拆为两条责任分别计时。` }
    case 'assumed-limit': return { code, message: `${printed}未写明天数，暂按3个工作日掌握，计为推定时限。` }
    case 'vague-deadline': return { code, message: `${printed}未写明期限，暂按《政府信息公开条例》第二十六条的20个工作日推定。` }
    default: return { code, message: `${printed}无法识读为期限，暂按《政府信息公开条例》第二十六条的20个工作日推定，请核对原文。` }
  }
}

/** The 3 working days that were filled down, in the words of the phrase; numerals of either kind are replaced. */
function threeWorkdays({ text, rules }: ReadPhrase): ReadRules {
  const printed = text.replace(new RegExp(printedNumber), '3')
  return { printed, rules: rules.map((rule) => (rule.kind === 'within' ? { ...rule, n: 3 } : rule)) }
}

function wholeWording({ text, rules }: ReadPhrase): string {
  const rule = rules[0]
  if (rule?.kind !== 'within') return text
  const unit = rule.unit === 'workday' ? '个工作日' : '日'
  const event = { formed: '相关信息形成或变更之日起', changed: '变更之日起', approved: '批复之日起', policyPublished: '政策文件发布后' }[rule.after]
  return `${event}${rule.n}${unit}内`
}
