import type { DeadlineRule } from './deadline-rule.ts'
import type { PeriodUnit } from '../time/period.ts'

export type UnitKind = 'department' | 'institution' | 'vertical' | 'street' | 'town'

/** 单位: who owes. `validTo` is the last day; from the next day the successor answers. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly kind: UnitKind
  readonly peerGroup: string
  /** 职能特征: permit, penalty, policy … (domain.md §2). */
  readonly traits: readonly string[]
  readonly validFrom?: string
  readonly validTo?: string
  /** Unit id that takes over what is open and what comes later; per item id where a unit is split. */
  readonly successor?: string
  readonly successorByItem?: Readonly<Record<string, string>>
}

/** When a slot's obligation falls due, counted from its period. */
export type SlotDue =
  | { readonly kind: 'offset'; readonly n: number; readonly unit: 'workday' | 'calendarDay' }
  | { readonly kind: 'date'; readonly monthDay: string; readonly yearOffset: 0 | 1 }
  /** n days after an `approved` fact about the period; the fixed date stands in (provisional) until one is known. */
  | {
      readonly kind: 'event'
      readonly n: number
      readonly unit: 'workday' | 'calendarDay'
      readonly backstop: { readonly monthDay: string; readonly yearOffset: 0 | 1 }
    }

/** One obligation a period opens. `anchor` start: opens on its first day; end: the day after its last. */
export interface Slot {
  /** Tells slots of one period apart ("budget", "final"); null when the item has one only. */
  readonly name: string | null
  readonly every: PeriodUnit
  readonly anchor: 'start' | 'end'
  readonly due: SlotDue
}

/** How often an item must appear. `origin` tells what the catalogue or a law states from what we inferred. */
export type Cadence =
  | { readonly kind: 'standing'; readonly reviewMonths: number | null; readonly origin: CadenceOrigin }
  /** `cycleMonths` null: no frequency can be asked (一事一公开). */
  | { readonly kind: 'asFormed'; readonly cycleMonths: number | null; readonly origin: CadenceOrigin }
  | { readonly kind: 'dynamic'; readonly staleMonths: number; readonly origin: CadenceOrigin }
  | { readonly kind: 'slots'; readonly slots: readonly Slot[]; readonly origin: CadenceOrigin }
  /** A group (文件解读): opened by published policy documents; its members are forms of it. */
  | { readonly kind: 'followUp'; readonly origin: CadenceOrigin }
  /** A member of a group: opens nothing itself. */
  | { readonly kind: 'member'; readonly of: string; readonly origin: CadenceOrigin }

export type CadenceOrigin = 'stated' | 'inferred'

export interface CadenceOverride {
  readonly kinds?: readonly UnitKind[]
  readonly units?: readonly string[]
  readonly cadence: Cadence
}

/** 待核问题（目录存疑）: a defect of the printed row, with a proposed repair where one can be given. */
export interface Doubt {
  /** kebab-case: `merged-cell`, `fill-down-deadline`, `outdated-basis` … */
  readonly code: string
  /** Chinese sentence saying what is wrong. */
  readonly message: string
  readonly repair?: Repair
}

/** Replaces one field of the reading when an administrator accepts it. */
export interface Repair {
  readonly field:
    | 'path' | 'name' | 'deadline' | 'subjects' | 'channels' | 'attribute' | 'methods' | 'audience'
    | 'cadence' | 'appliesTo' | 'content' | 'basis'
  /** Its shape is the field's: see `applyRepair`. */
  readonly value: unknown
}

/** An option list of the printed row as boxes: what was ticked and what was offered. */
export interface Options {
  readonly checked: readonly string[]
  readonly offered: readonly string[]
}

/** Narrows the printed subjects to who can reasonably owe the row. */
export interface AppliesTo {
  /** Kinds that may owe it; empty = retired (默认停用). */
  readonly kinds: readonly UnitKind[]
  /** Departments, institutions and vertical units need one of these traits; empty = no gate. */
  readonly traits: readonly string[]
  /** Only these units, whatever their traits. */
  readonly named?: readonly string[]
  /** Why the row is off or gated, as a Chinese sentence. */
  readonly reason: string
}

/** 事项: one row of a catalogue (a row with two duties is read into two items, `<id>` and `<id>~2`). */
export interface Item {
  readonly id: string
  readonly catalogue: string
  /** First source line (1-based) in the document the catalogue was read from. */
  readonly line: number
  /** Cells as printed, 公开内容 aside, keyed by column heading. */
  readonly literal: Readonly<Record<string, string>>
  /** The reading: merged cells carried down, wrap spaces removed. The first element names the category. */
  readonly path: readonly string[]
  /** Column head on screen, at most four characters, is the category's. */
  readonly category: string
  readonly deadline: { readonly printed: string; readonly rules: readonly DeadlineRule[] }
  /** Responsible units as printed ("各街道镇、区政府各部门（单位）"); blank stays blank. */
  readonly subjects: string
  /** Selectors the printed subjects resolve through: `departments`, `streets`, or unit ids. */
  readonly selectors: readonly string[]
  readonly channels: Options
  readonly attribute: Options
  readonly methods: Options
  readonly audience: string
  readonly cadence: Cadence
  readonly cadenceOverrides: readonly CadenceOverride[]
  readonly appliesTo: AppliesTo
  /** 要素: what must be there, our own short noun phrases. */
  readonly elements: readonly string[]
  readonly doubts: readonly Doubt[]
  /** Members of a group, by item id. */
  readonly members?: readonly string[]
  /** The district item this bureau item folds into while its owner owes that one. */
  readonly sameAs?: string
  /** 情况说明 is never accepted for these (指南, 年报, 机构, 预决算, 计划). */
  readonly alwaysExists?: boolean
}

export interface Category {
  readonly id: string
  readonly name: string
  /** At most four characters, for column heads (domain.md §7). */
  readonly shortName: string
}

export interface Catalogue {
  readonly id: string
  readonly name: string
  readonly version: string
  /** First day the version governs obligations opened from then on. */
  readonly effective: string
  /** A bureau's catalogue has an owner unit; the district's has none. */
  readonly owner: string | null
  readonly source: string
  readonly categories: readonly Category[]
  readonly items: readonly Item[]
}

/** data/statutory.json: what the law says for an item, beside what the catalogue prints. */
export interface StatutoryRule {
  readonly item: string
  /** Slot the rule is about; absent = the item's only one, or its documents. */
  readonly slot?: string
  readonly rule: DeadlineRule
  /** "《政府信息公开条例》第四十九条" */
  readonly article: string
}
