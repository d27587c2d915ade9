import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { fetchSocket } from './connection.ts'
import Wall from './pages/Wall.vue'
import { useSession } from './stores/session.ts'

/** Mounts the wall for whoever may watch it; others are shown to their own page. A server out of reach does not keep it from standing. */
export async function mount(place: string): Promise<void> {
  fetchSocket()
  const pinia = createPinia()
  const session = useSession(pinia)
  await session.load().catch(() => undefined)
  if (session.loaded && !session.watchesWall) location.replace(session.home ?? '/')
  else createApp(Wall).use(pinia).mount(place)
}
