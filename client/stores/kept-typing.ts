import { watch, type Ref } from 'vue'
import { deskDraft } from './desk-draft.ts'

type Fields = Readonly<Record<string, Ref<unknown>>>

/** Keeps the fields of a form by name from the moment they differ from how it opened, and puts back what was kept before. */
export function keptTyping(name: string, fields: Fields): { readonly forget: () => void } {
  const blank = valuesOf(fields)
  const { form } = deskDraft<Record<string, unknown>>(name, blank, 'browser')
  const put = () => { for (const [field, value] of Object.entries(fields)) value.value = form.value[field] }
  put()
  watch(Object.values(fields), () => { form.value = valuesOf(fields) })
  return {
    /** Said: the form is as it was opened. */
    forget() {
      form.value = { ...blank }
      put()
    },
  }
}

function valuesOf(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]))
}
