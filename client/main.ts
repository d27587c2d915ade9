import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { startTicking } from './clock.ts'
import { router } from './router.ts'

// Before the first route is known: no flash of paper on a dark wall.
document.documentElement.dataset['light'] = location.pathname.startsWith('/wall') ? 'dark' : 'light'
startTicking()
createApp(App).use(createPinia()).use(router).mount('#app')
