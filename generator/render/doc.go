// Package render turns page models into the bytes of files.
//
// In: the pages of package page, a theme (templates, words, static files) and a language. Out: a
// sequence of files for package publish: HTML with charts as SVG (and as ECharts' options if the
// theme has ECharts), open data as CSV and JSON, feeds and calendars, images as they are, static
// files under hashed names. It is the only room that makes template.HTML. It computes no figure
// and touches no disk.
//
// # Theme manual
//
// A site chooses its theme by theme = "<name>" in config.toml. Without it the theme is default,
// which is embedded in the program. A theme of one's own follows one rule: a file in the site's
// folder themes/<name>/ replaces the embedded file of the same path as a whole; other files
// remain the embedded ones. To begin, copy the one file to be changed from themes/default/ and
// change it. gongshi check reports a template that cannot be read, a file of words that lacks
// some, and names that nothing uses.
//
//	themes/<name>/
//	  layouts/base.html        what all pages share, from doctype to footer
//	  layouts/<kind>.html      one for each kind of page
//	  layouts/partials/*.html  templates that several pages use; more files may be added
//	  static/                  style.css, scripts, favicon.svg; more files may be added
//	  i18n/<language>.toml     all words of one language; a new file is a new language
//
// # Layouts
//
// The kinds are home, overview (a county or town), village, period, household, year (of a
// household), households, notice, notices, broadcast, papers, form, progress, report, rules,
// honours, rewards, distribution, tasks, zones, organisations, proofs, data, article, screen and
// 404. The templates are html/template's. A kind gets the model of that
// name from package page ([page.Village], [page.Period] …; the model of data is [page.DataIndex],
// of 404 [page.NotFound]), whose documentation describes each field and when it is empty. It
// defines "title" and "main", and "scripts" if it needs some. base.html calls them, with .Head
// ([page.Head]): the way back to the site's root (.Root), language, crumbs, who answers for the
// page, whether search engines may list it. screen.html and 404.html are documents of their own.
//
// Templates may call, beside html/template's own functions:
//
//	t "state.open" …     words by their key; further arguments fill %[1]s, %[2]d …
//	span first last      days from one ledger.Date to another: 2024年1月11日至1月15日
//	date, day, weekday   a ledger.Date in words: 2023年11月5日, 11月5日（星期日）, 星期日
//	period               a ledger.Period: 2023年11月, 2023年第4季度, 2023年
//	tick                 the same where its year is known: 11月, 4季, 2023
//	say .Note            a score.Phrase in words, "" for none: 取 4 期的平均
//	spoken .Line         the same with its numbers as they are read aloud: 四期
//	cells, row           figures as cells of a table, each naming its data-figure
//	svg, caption, remark a chart's picture, subject, and how it is to be read
//	finding              what a chart shows, in a sentence
//	label                what is at a place of a chart's axis
//	option               the chart as ECharts' options, for charts.js
//	qr address title     a QR code as SVG
//	markdown             an article's text as HTML
//	asset "style.css"    the published name of a static file: style.<hash>.css
//	has "x.js"           whether the theme has that static file
//
// They are compiled when the first page of a kind is printed (package press), as far as the
// embedded theme's own templates go. A page that needs something else, such as an assignment, break,
// slice, html, or range over a number, is printed by html/template: the same bytes, several times as slowly.
//
// Every layout must follow these rules:
//
//   - Links are relative and flat: the folder also works in a sub-path and from file://,
//     where fetch, modules, integrity and crossorigin are blocked. An asset is
//     {{.Head.Root}}{{asset "…"}}.
//   - The Content-Security-Policy of base.html applies: no inline style or script, nothing
//     from another host. Scripts are plain ES5, and every figure is there without them.
//   - Programs find what a page shows by these attributes only, and gongshi verify names
//     differences by them; classes, ids and elements are the theme's own. A figure is the
//     whole text of an element with data-figure="<period>/<户号>/<column>", not hidden; a step of
//     a derivation is in data-step, a seal's code in data-seal. What belongs to one household
//     on a page of several is in an element with data-row, with its figures, and with a link to
//     its page if it has one. Wherever an href leads to a household's page, the link's text is
//     its 户号, alone or with its name: 012 张*明. Other words are allowed in data-prose, which
//     is what people wrote in content/. The first data-state on the page of a period, and
//     on its notice, is that period's: open, disputed, final or draft.
//   - What listen.js reads aloud on the pages of households, notices and rules is in an element with
//     data-aloud, and what it leaves out there in one with data-mute; it reads no <del>.
//   - What changes at midnight is in an element with data-turns, which state.js updates.
//   - What is provisional is marked by a word and a border, never only by a colour.
//   - The class of body is the kind of the page.
//
// # Style
//
// style.css is the sheet of all pages, and pages.css what a household's page can do without. Its colours are the
// custom properties of :root, each set for light, dark, high contrast, forced colours and print: --paper, --ink,
// --soft (lesser text), --rule (lines), --wash (heads of tables), --red (what needs attention), --quiet (links and
// charts), --band and --tint (what may still change). To change the colours it is enough to set those; keep a
// contrast of 7:1 between text and --paper or --wash. Sizes are in rem, since .large and .larger on the root set
// 28 and 36 px for the standard 20; --tap is the least size of anything that is pressed. The screen in the hall
// has screen.css, whose rem is a share of the window's height.
//
// # Words
//
// i18n/zh-CN.toml and en.toml are both complete: the same keys, with the same places to fill in.
// For another language copy one, translate the right sides, and set language in config.toml.
// Names of columns in the open data stay as formats.md defines them.
//
// # ECharts
//
// npm ci --prefix themes puts ECharts into static/ of the default theme. Only village, overview
// and period pages load it; if it is missing, or fails, the SVG stays.
package render
