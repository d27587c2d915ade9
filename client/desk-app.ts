import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router.ts'

export function mount(place: string): void {
  createApp(App).use(createPinia()).use(router).mount(place)
}
