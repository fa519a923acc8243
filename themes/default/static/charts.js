// Draws with ECharts over a picture whose options stand in the page behind its figure. The picture gives the
// size, and stays where ECharts is missing or fails; it is what is printed. The options name the style sheet's
// colours, and lengths in the picture's units; they are drawn anew when either changes.
(function () {
  'use strict';
  var root = document.documentElement, all = [], waiting;
  if (!window.echarts) return;

  // dress puts the colours for their names, and pixels for units.
  function dress(option, colours, unit) {
    for (var key in option) {
      var value = option[key];
      if (value && typeof value === 'object') dress(value, colours, unit);
      else if (/olor$/.test(key)) option[key] = colours.getPropertyValue(value).trim();
      else if (/^(fontSize|width|itemWidth|itemHeight|borderWidth|textBorderWidth|symbolSize|top|right|bottom|left)$/.test(key)) option[key] = value * unit;
    }
  }

  function draw(one) {
    var option = JSON.parse(one.text), picture = one.picture, box = one.box, body = getComputedStyle(document.body);
    one.figure.classList.remove('drawn'); // for its size
    var size = picture.getBoundingClientRect(), width = Math.min(one.figure.clientWidth, 2 * size.width);
    var letters = parseFloat(getComputedStyle(picture.querySelector('text')).fontSize) / 16;
    var unit = letters * Math.min(size.width, 1.15 * width) / picture.viewBox.baseVal.width; // more does not fit
    var tips = option.tips, ticks = option.ticks, axis = option.xAxis[0].axisLabel;
    dress(option, getComputedStyle(root), unit);
    option.textStyle = { fontFamily: body.fontFamily };
    option.tooltip.formatter = function (at) { return tips[at[0].dataIndex]; };
    option.tooltip.position = function (at, values, text, rect, size) {
      text.setStyle({ fontFamily: body.fontFamily, fontSize: 16 * unit, lineHeight: 24 * unit });
      return [at[0] < size.viewSize[0] / 2 ? at[0] + 10 : at[0] - 10 - text.getBoundingRect().width, at[1] + 10];
    };
    if (ticks) {
      var every = Math.ceil(option.room * unit * ticks.length / (width - 70 * unit)); // the last tick always
      axis.interval = function (i) { return (ticks.length - 1 - i) % every === 0; };
      axis.formatter = function (name, i) { return ticks[i]; };
    }
    if (one.chart) one.chart.resize({ width: width, height: size.height });
    else one.chart = echarts.init(box, null, { renderer: 'svg', width: width, height: size.height });
    one.chart.setOption(option, true);
    one.figure.classList.add('drawn');
  }

  function drawAll() {
    for (var i = 0; i < all.length; i++) draw(all[i]);
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 50);
  }

  function find(script) {
    var figure = script.previousElementSibling, picture = figure.querySelector('svg'), box = document.createElement('div');
    box.className = 'echarts';
    box.setAttribute('role', 'img');
    box.setAttribute('aria-labelledby', picture.getAttribute('aria-labelledby'));
    picture.parentNode.insertBefore(box, picture);
    all.push({ text: script.textContent, figure: figure, picture: picture, box: box });
  }

  Array.prototype.forEach.call(document.querySelectorAll('script[id$="-option"]'), find);
  drawAll();
  addEventListener('resize', later);
  matchMedia('(prefers-color-scheme: dark)').addListener(later);
  new MutationObserver(later).observe(root, { attributes: true });
})();
