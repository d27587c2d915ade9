import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only the parts our options use: everything else stays out of the page.
use([BarChart, LineChart, GridComponent, SVGRenderer])

export { default } from 'vue-echarts'
