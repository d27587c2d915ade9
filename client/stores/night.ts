import { computed, ref, watch } from 'vue'
import { second } from '../clock.ts'
import { isNight, isReloadDue } from '../wall-hours.ts'

/**
 * The wall's night: dimmed hours, and one reload that sweeps out whatever weeks leave behind. The reload waits for a server
 * that answers, because a page that fails to load would leave a browser's own error on the wall; the cookie keeps the
 * sign-in, `before` what else must last.
 */
export function keepNights(before: () => void) {
  const dimmed = computed(() => second.value !== null && isNight(second.value))
  const openedAt = ref<number | null>(null)
  let asking = false
  watch(second, (now) => {
    if (now === null) return
    openedAt.value ??= now
    if (asking || !isReloadDue(now, openedAt.value)) return
    asking = true
    void fetch('/wall', { cache: 'no-store' }).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status))
      before()
      location.reload()
    }).catch(() => { setTimeout(() => { asking = false }, 60_000) })
  })
  return dimmed
}
