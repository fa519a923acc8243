package serve

import "gongshi/generator/english"

// tongue is the language of the server's own words on pages: English, or else Chinese.
type tongue bool

func (t tongue) say(chinese string) string {
	if t {
		return english.Of(chinese)
	}
	return chinese
}

// tag returns the language's name in HTML.
func (t tongue) tag() string {
	if t {
		return "en"
	}
	return "zh-CN"
}

// page returns a whole page of the server's own.
func (t tongue) page(title, html string) string {
	title = t.say(title)
	return `<!doctype html>
<html lang="` + t.tag() + `"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>` + title + `</title></head>
<body><h1>` + title + "</h1><p>" + html + "</p></body></html>\n"
}

// waiting returns the page that is shown while there is no site; it tells whether it is live.
func (t tongue) waiting(live bool) string {
	if !live {
		return t.page("网站还没有生成", t.say("过一会儿再打开。"))
	}
	return t.page("网站还没有生成", t.say("数据改好并保存后，这一页会自己更新。"))
}

// notFound returns the page for a missing file in a site without a 404.html.
func (t tongue) notFound() string {
	return t.page("没有这一页", `<a href="/">`+t.say("回到首页")+"</a>")
}
