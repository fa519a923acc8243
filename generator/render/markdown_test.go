package render

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestMarkdown(t *testing.T) {
	for _, test := range []struct{ about, src, want string }{
		{"bold before a letter, with a wide mark inside", "**注意：**请", "<p><strong>注意：</strong>请</p>"},
		{"bold after a letter, with a wide mark inside", "请看**（一）**项", "<p>请看<strong>（一）</strong>项</p>"},
		{"full stop", "**已公示。**无异议", "<p><strong>已公示。</strong>无异议</p>"},
		{"book title marks", "按**《办法》**办理", "<p>按<strong>《办法》</strong>办理</p>"},
		{"narrow quotation marks", "称为**“一户一册”**的做法", "<p>称为<strong>“一户一册”</strong>的做法</p>"},
		{"narrow mark outside", "见“**一户**”项", "<p>见“<strong>一户</strong>”项</p>"},
		{"percent", "前**10%**的户", "<p>前<strong>10%</strong>的户</p>"},
		{"dash", "**注意——**请", "<p><strong>注意——</strong>请</p>"},
		{"a digit follows", "**第（一）**2", "<p><strong>第（一）</strong>2</p>"},
		{"one star", "*注意：*请", "<p><em>注意：</em>请</p>"},
		{"within brackets", "（**注意：**请）", "<p>（<strong>注意：</strong>请）</p>"},
		{"two in a row", "**甲：**一，**乙：**二", "<p><strong>甲：</strong>一，<strong>乙：</strong>二</p>"},
		{"a blank inside is no bold", "** 注意 **请", "<p>** 注意 **请</p>"},
		{"English stays as it is", "a**\"b\"**c", `<p>a**&quot;b&quot;**c</p>`},
		{"underscore within a word", "户_号_表", "<p>户_号_表</p>"},
		{"underscore beside marks", "（_注意_）", "<p>（<em>注意</em>）</p>"},
		{"no blank between Chinese lines", "积分\n公示", "<p>积分公示</p>"},
		{"nor after bold", "**积分**\n公示", "<p><strong>积分</strong>公示</p>"},
		{"nor before bold", "积分\n**公示**", "<p>积分<strong>公示</strong></p>"},
		{"a blank between English lines", "a\n**b**\nc", "<p>a\n<strong>b</strong>\nc</p>"},
		{"a blank between English and Chinese lines", "积分\nabc\n公示", "<p>积分\nabc\n公示</p>"},
		{"a file's block", "```toml data/a&b.toml +\nx = 1\n```", "<p class=\"filename\"><code>data/a&amp;b.toml</code></p>\n<pre><code class=\"language-toml\">x = 1\n</code></pre>"},
		{"a block without a file", "```sh\nx\n```", "<pre><code class=\"language-sh\">x\n</code></pre>"},
		{"CRLF", "甲\r\n乙\r\n\r\n```\r\nx\r\n```\r\n", "<p>甲乙</p>\n<pre><code>x\n</code></pre>"},
		{"heading", "## 怎么提异议？", `<h2 id="怎么提异议">怎么提异议？</h2>`},
		{"heading with marks", "## 第1条 **总则**（试行） [办法](a.md)", `<h2 id="第1条-总则-试行-办法">第1条 <strong>总则</strong>（试行） <a href="a.md">办法</a></h2>`},
		{"equal headings", "## 问\n## 问\n## 问-2\n## ！", "<h2 id=\"问\">问</h2>\n<h2 id=\"问-2\">问</h2>\n<h2 id=\"问-2-2\">问-2</h2>\n<h2 id=\"section\">！</h2>"},
		{"the page has the h1", "# 甲\n###### 乙\n## 丙", "<h2 id=\"甲\">甲</h2>\n<h6 id=\"乙\">乙</h6>\n<h3 id=\"丙\">丙</h3>"},
		{"no h1, no shift", "## 甲\n### 乙", "<h2 id=\"甲\">甲</h2>\n<h3 id=\"乙\">乙</h3>"},
		{"no attributes", `## 甲 {onclick="x"}`, `<h2 id="甲-onclick-x">甲 {onclick=&quot;x&quot;}</h2>`},
		{"image", "![院子 **干净**](a/院.jpg)", `<p><img src="a/%E9%99%A2.jpg" alt="院子 干净" loading="lazy"></p>`},
		{"image of another host", "![院子](https://example.com/a.jpg)", "<p>院子</p>"},
		{"image as data", "![院子](data:image/png;base64,AAAA)", "<p>院子</p>"},
		{"relative link", "[办法](../规则.html#一)", `<p><a href="../%E8%A7%84%E5%88%99.html#%E4%B8%80">办法</a></p>`},
		{"outward link", "[省厅](https://example.com/)", `<p><a href="https://example.com/" rel="noopener">省厅</a></p>`},
		{"telephone", "[打电话](tel:123)", `<p><a href="tel:123">打电话</a></p>`},
		{"e-mail", "<a@example.com>", `<p><a href="mailto:a@example.com">a@example.com</a></p>`},
		{"javascript", "[**点**我](javascript:alert(1))", "<p><strong>点</strong>我</p>"},
		{"JavaScript in disguise", "[点](JavaScript&#58;alert(1))[我](<\x01javascript:x>)", "<p>点我</p>"},
		{"javascript between angle brackets", "<javascript:alert(1)>", "<p>javascript:alert(1)</p>"},
		{"file", "[点](file:///etc/passwd)", "<p>点</p>"},
		{"HTML", "甲<b onclick=x>乙</b>", "<p>甲&lt;b onclick=x&gt;乙&lt;/b&gt;</p>"},
		{"HTML block", "<script>\nalert(1)\n</script>\n", "<pre><code>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</code></pre>"},
		{"comments are not told", "甲<!-- 李四 -->乙\n\n<!-- 张三 -->\n\n<div><!-- 王五\n", "<p>甲乙</p>\n<pre><code>&lt;div&gt;</code></pre>"},
		{"footnotes are not known", "甲[^1]\n\n[^1]: 乙", "<p>甲<a href=\"%E4%B9%99\">^1</a></p>"},
		{
			"table", "|项目|分|注|\n|:--|--:|:-:|\n|庭院|15|甲\\|乙|\n",
			"<table tabindex=\"0\">\n<thead>\n<tr>\n<th class=\"left\" scope=\"col\">项目</th>\n<th class=\"right\" scope=\"col\">分</th>\n" +
				"<th class=\"center\" scope=\"col\">注</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"left\">庭院</td>\n" +
				"<td class=\"right\">15</td>\n<td class=\"center\">甲|乙</td>\n</tr>\n</tbody>\n</table>",
		},
	} {
		got, _, _ := Markdown(test.src)
		if g := strings.TrimSpace(string(got)); g != test.want {
			t.Errorf("%s: %q gives\n%s\nwant\n%s", test.about, test.src, g, test.want)
		}
	}
}

func TestMarkdownLinks(t *testing.T) {
	src := strings.Join([]string{
		"# [甲](a.html)",           // 1
		"",                        // 2
		"第一行",                     // 3
		"[乙][b] ![丙](c.jpg)",      // 4
		"",                        // 5
		"- 项",                     // 6
		"  > [丁](d%20d.html '题')", // 7
		"",                        // 8
		"|一|二|",                   // 9
		"|--|--|",                 // 10
		"|三|[戊](e.html)|",         // 11
		"",                        // 12
		"<x@example.com> <https://example.com/> [坏](javascript:x)", // 13
		"",                    // 14
		"[b]: b.html",         // 15
		"`[非](link.html)`",    // 16
		"[![己](f.jpg)](g.md)", // 17
	}, "\r\n")
	_, got, _ := Markdown(src)
	want := []Link{
		{"a.html", 1, false},
		{"b.html", 4, false},
		{"c.jpg", 4, true},
		{"d%20d.html", 7, false},
		{"e.html", 11, false},
		{"mailto:x@example.com", 13, false},
		{"https://example.com/", 13, false},
		{"javascript:x", 13, false},
		{"g.md", 17, false},
		{"f.jpg", 17, true},
	}
	if !slices.Equal(got, want) {
		t.Errorf("links\n%v\nwant\n%v", got, want)
	}
}

// What an article may turn into; whatever its author writes, nothing else comes out.
var allowed = map[string]string{
	"a": "href rel title", "img": "src alt loading title", "code": "class", "ol": "start",
	"h1": "id", "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id",
	"td": "class", "th": "class scope",
	"p": "", "em": "", "strong": "", "pre": "", "blockquote": "", "ul": "", "li": "", "hr": "", "br": "",
	"table": "tabindex", "thead": "", "tbody": "", "tr": "",
}

func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"**注意：**请", "# 甲\n# 甲", "|a|b|\n|:-|-:|\n|`\\|`|2|", "<script>alert(1)</script>",
		"[a](javascript:x \"t\")", "![a](b 'c')", "[a]: <j\tavascript:x>\n[a]", "```\"><script>\nx\n```",
		"1. a\n   - b\n\n     <div style=x>", "<a@b.c>", "a  \nb\\\nc &lt;&#0; \x00", "> **a*b_**c_*",
		"[![a](b)](c)", "[a [b](javascript:c) d](file:e)",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		out, links, _ := Markdown(src)
		ids := make(map[string]bool)
		for z := html.NewTokenizer(strings.NewReader(string(out))); ; {
			kind := z.Next()
			if kind == html.ErrorToken {
				break
			}
			token := z.Token()
			if kind == html.CommentToken || kind == html.DoctypeToken {
				t.Fatalf("%q gives %v", src, token)
			}
			if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
				continue
			}
			names, known := allowed[token.Data]
			if !known {
				t.Fatalf("%q gives the element %v", src, token)
			}
			for _, a := range token.Attr {
				scheme := schemeOf([]byte(a.Val))
				switch {
				case !slices.Contains(strings.Fields(names), a.Key):
					t.Fatalf("%q gives the attribute %v", src, token)
				case a.Key == "id" && ids[a.Val]:
					t.Fatalf("%q gives the id %q twice", src, a.Val)
				case a.Key == "id":
					ids[a.Val] = true
				case a.Key == "src" && scheme != "",
					a.Key == "href" && !slices.Contains([]string{"", "http", "https", "mailto", "tel"}, scheme):
					t.Fatalf("%q gives the address %q", src, a.Val)
				}
			}
		}
		for _, l := range links {
			if lines := strings.Count(src, "\n") + 1; l.Line < 1 || l.Line > lines {
				t.Fatalf("%q has %d lines, the link %v", src, lines, l)
			}
		}
	})
}
