// npm runs this after it has put up node_modules: ECharts goes among the default theme's static files, where
// the next build finds it. git ignores the copy.
'use strict';
const fs = require('fs');
const path = require('path');

const file = require.resolve('echarts/dist/echarts.common.min.js');
fs.copyFileSync(file, path.join(__dirname, 'default', 'static', 'echarts.min.js'));
