package press

// constructs are templates that are compiled. Some fail with some data, and then both ways.
var constructs = []string{
	``, `text {{- /* comment */ -}} text`, `{{.Text}}{{.Word}}{{.N}}{{.Small}}{{.Size}}{{.Share}}{{.Yes}}{{.Wave}}{{.Day}}`,
	`{{.HTML}}{{.Address}}{{.Script}}{{.Style}}{{.Attr}}`, `{{.Inner}} {{.Pointer}} {{.Nil}} {{.Nothing}} {{.Any}} {{.Failure}} {{.List}} {{.Map}}`,
	`{{.Inner.Name}} {{.Promoted}} {{.Inner.Days}}`, `{{with .Pointer}}{{.Name}}{{end}}{{with .Twice}}{{.Name}}{{end}}`,
	`{{if .Pointer}}{{.Pointer.Name}}{{.Pointer.Address}}{{.Pointer.Label 2}}{{end}}`, `{{.Nil.Address}}`, `{{if .Twice}}{{.Twice.Address}}{{end}}`,
	`{{1}} {{-7}} {{true}} {{"q\"<"}} {{` + "`raw`" + `}}`,

	// Variables and their scopes.
	`{{$x := .N}}{{$x}}{{if .Yes}}{{$x := "in"}}{{$x}}{{end}}{{$x}}`,
	`{{$s := .}}{{range .Texts}}{{$s.N}}{{$.N}}{{.}}{{end}}`, `{{with $x := .Text}}{{$x}}{{else}}none{{$x}}{{end}}`,
	`{{$x := .Any}}{{$x}}`,

	// Branches.
	`{{if .Text}}1{{else if .N}}2{{else}}3{{end}}`, `{{if .Inner}}struct{{end}}{{if .Nil}}nil{{end}}{{if .Failure}}{{.Failure}}{{end}}{{if .Nothing}}n{{else}}none{{end}}`,
	`{{if .Share}}f{{end}}{{if .Size}}u{{end}}{{if .Wave}}c{{end}}{{if .Map}}m{{end}}{{if .Array}}a{{end}}{{if .Seq}}s{{end}}{{if .Day}}d{{end}}`,
	`{{with .Text}}{{.}}{{else with .Word}}{{.}}{{else}}none{{end}}`, `{{with .Nothing}}{{.}}{{end}}{{with .Any}}[{{.}}]{{end}}`, `{{with day .Day}}{{.}}{{end}}`,

	// Ranges.
	`{{range .List}}{{.Name}},{{else}}none{{end}}`, `{{range $i, $e := .List}}{{$i}}{{$e.Name}}{{.Count}}{{else}}none{{end}}`, `{{range $e := .Texts}}{{$e}}{{end}}`,
	`{{range .Lists}}[{{range .}}{{.}},{{else}}-{{end}}]{{end}}`, `{{range .Array}}{{.}}{{end}}`,
	`{{range .List}}{{range .Days}}{{.}}{{end}}{{with .Next}}{{.Name}}{{end}}{{end}}`,

	// Functions of text/template.
	`{{and .Text .N}} {{or .Text .Word "none"}} {{or .Text "none"}} {{not .Yes}} {{and .Yes .No}} {{if or .No (not .Yes) .N}}y{{end}} {{and .Nothing .Nil.Name}}`,
	`{{eq .Text "a" "b" ""}} {{eq .N 3}} {{ne .Text .Inner.Name}} {{lt .N 5}} {{le .N .Small}} {{gt .Text "b"}} {{ge .Small .N}} {{eq .Word "x"}}`,
	`{{.Said}} {{.Large}} {{print .Said}}`, `<p title="{{.Said}}" class={{.Said}}>`,
	`{{len .Text}} {{len .List}} {{len .Map}} {{len .Array}} {{len "abc"}}`, `{{index .Array 1}}`,
	`{{with .Texts}}{{index . 1}}{{end}}{{with .Lists}}{{index . 0 1}}{{end}}`,
	`{{print .Text .Word}} {{print "a" "b"}} {{print 1 2 .Text 3}} {{printf "%05d|%s|%v" .N .Text .Inner}} {{.N | printf "%d"}} {{print .Failure}}`,

	// The site's functions, methods, pipelines.
	`{{day .Day}} {{.Day | day}} {{word "k"}} {{word "k" .N .Text}} {{.N | word "k"}} {{cells}} {{cells .Inner .Inner}} {{safe .Text}} {{word .Text}}`,
	`{{add 1 2}} {{add .N 2 | printf "%d"}} {{double .Share}} {{joined "," "a" .Text}} {{joined "-"}} {{same .Text}} {{same .Inner}}`,
	`{{(.Inner.Label 1) | print}} {{.Inner.Works "a" "b"}} {{"z" | .Inner.Works "a"}}`,
	`{{(inner .Pointer).Name}} {{.Word.Shout}} {{.Method.Name}} {{.Inner.Address}} {{.Day.String}}`,
	`{{if .Any}}{{same .Any}}{{end}} {{range .List}}{{.Label 3}}{{.Address}}{{end}}`, `{{print (and .Yes (or .No .Text))}}`,

	// Templates.
	`{{define "t"}}[{{.}}{{$}}]{{end}}{{template "t" .Text}}{{template "t" .N}}{{template "t"}}<p title="{{template "t" .Text}}">{{template "t" .HTML}}</p><title>{{template "t" .Text}}</title>`,
	`{{define "r"}}{{.Name}}{{with .Next}}>{{template "r" .}}{{end}}{{end}}{{range .List}}{{template "r" .}}{{end}}`, `{{block "b" .Inner}}{{.Name}}{{end}}`,
	`{{define "a"}}{{template "b" .}}{{end}}{{define "b"}}{{if .}}<i{{end}}{{if .}} title="{{.}}"></i>{{end}}{{end}}{{template "a" .Text}}<b data-x="{{template "c" .Text}}"></b>{{define "c"}}{{template "d" .}}{{end}}{{define "d"}}{{.}}{{end}}`,
	`{{define "attr"}}{{with .}} data-x="{{.}}"{{end}}{{end}}<p{{template "attr" .Text}}></p>`,

	// Errors, on each side.
	`{{.Inner.Fails}}`, `{{fail .Text}}`, `{{boom}}`, `{{.Nil.Name}}`, `{{index .Texts 9}}`, `{{.Nosuch}}`, `{{if .No}}{{.Nosuch}}{{end}}`, `{{eq .Text .N}}`, `{{lt .Yes .No}}`,
	`{{len .N}}`, `{{range .Yes}}{{end}}`, `{{.hidden}}`, `{{.Text.Name}}`, `{{add 1}}`, `{{add .Text 1}}`, `{{.N 3}}`, `{{.Nothing.Name}}`, `{{printf .N}}`,
}

// contexts are places in a page, each with escapers of its own.
var contexts = []string{
	`<a href="{{.Text}}">{{.Text}}</a>`, `<a href='{{.Text}}'>`, `<a href={{.Text}}>`, `<a href="/x/{{.Text}}?q={{.Text}}#{{.N}}">`, `<a href="{{.Address}}">`, `<a href="{{.N}}{{.Day}}">`,
	`<a href="{{.HTML}}">`, `<a href="{{.Any}}">`,
	`<p class="{{.Text}} {{.HTML}} {{.N}} {{.Day}} {{.Any}}">`, `<p class={{.Text}}>`, `<p class={{.HTML}}x>`, `<p {{.Text}}="1" {{.Attr}}>`, `<p {{if .Yes}}hidden{{end}}>`, `<{{.Word}}>`,
	`<title>{{.Text}}{{.HTML}}</title><textarea>{{.Text}}</textarea>`, `<script>var x = {{.Text}}, y = {{.N}}, z = {{.Inner}}, l = {{.Texts}}, s = {{.Script}};</script>`,
	`<script>var x = "{{.Text}}", y = '{{.Text}}', z = /{{.Text}}/;</script>`, "<script>var x = `{{.Text}}`</script>", `<script type="application/json">{{.Texts}}</script>`, `<script src="{{.Text}}"></script>`,
	`<p onclick="f({{.Text}}, '{{.Text}}')">`, `<style>p { color: {{.Text}}; background: url({{.Text}}); content: "{{.Text}}" } {{.Style}}</style>`, `<p style="color: {{.Style}}; width: {{.N}}px">`,
	`<img srcset="{{.Text}} 2x, {{.Address}}">`, `<!-- {{.Text}} -->x`, `<meta http-equiv="refresh" content="0; url={{.Text}}">`, `a < b {{.Text}} &amp; <br>`,
}

// left are templates that html/template is asked for.
var left = []string{
	`{{.Text | and}} {{.Any | or}} {{.Nothing | and}}`, `{{.Inner.Fails | and .No}}`, `{{.Inner.Fails | or .Yes | print}}`, `{{call .Seq 1}}`, `{{range .Seq}}{{.}}{{end}}`, `{{(1i)}}`, `{{if or .No ($x := 2)}}{{end}}{{define "r"}}{{template "r" .}}{{end}}{{template "r" .}}`,
	`{{define "r"}}{{template "r" .}}{{end}}{{template "r" .}}`, `{{.Inner.Fails}}`, `{{.Nil.Name}}`, `{{.Map.nosuch}}`, `{{slice .Texts 0 1 2 3}}`, `{{nosuch}}`, `{{range $x = .Texts}}{{end}}`, `{{range .Nothing}}{{else}}none{{end}}`, `{{$i := 1}}{{range $i, $e := .Empty}}{{else}}{{$i}}{{end}}`, `{{$x = $x}}`,

	`{{1.5}}`, `{{1e3}}`, `{{0x1F}}`, `{{'a'}}`, `{{double 2}}`, `{{byte 7}}`, `{{print 3 nil}}`, `{{word "k" nil}}`, `{{same nil}}`, `{{inner .Inner}}`, `{{with .Pointer}}{{cells .}}{{end}}`, `{{println .N}}`,
	`{{$x := 1}}{{if .Yes}}{{$x = "text"}}{{end}}{{$x}}`, `{{$sum := 0}}{{range .List}}{{$sum = add $sum .Count}}{{end}}{{$sum}}`, `{{$i := 7}}{{$e := ""}}{{range $i, $e = .Texts}}{{$e}}{{end}}{{$i}}{{$e}}`,
	`{{range $k, $v := .Map}}{{$k}}={{$v.Name}};{{end}}`, `{{range $k, $v := .Numbers}}{{$k}}={{$v}};{{end}}`, `{{range 3}}{{.}}{{end}}`, `{{range $i := 2}}{{$i}}{{end}}`, `{{range .Small}}{{.}}{{else}}none{{end}}`,
	`{{range $i, $e := .Texts}}{{if eq $i 1}}{{continue}}{{end}}{{$e}}{{end}}`, `{{range .Lists}}{{range .}}{{if .}}{{break}}{{end}}x{{end}}y{{continue}}{{.Nosuch}}{{end}}`,
	`{{eq .Size .N}}`, `{{le .Share 1.0}}`, `{{ge .Size .N}}`, `{{eq .Yes true}}`, `{{eq .Nil nil}}`, `{{ne .Nothing nil}}`, `{{eq .Wave .Wave}}`, `{{eq .Array .Array}}`, `{{eq .Pointer .Pointer}}`, `{{eq .Any nil}}`, `{{eq .N .Large}}`, `{{eq .Map .Map}}`,
	`{{slice .Spare 0 2}}`, `{{slice "abcdef" 1 3}}`, `{{slice .Text}}`, `{{slice .Text 99}}`, `{{index .Map "a"}}`, `{{(index .Map "a").Name}}`, `{{index .Numbers 2}}`, `{{index .Texts 2}}`,
	`{{(same .Inner).Name}}`, `{{with same .Pointer}}{{.Name}}{{end}}`, `{{.Failure.Error}}`, `{{.Any.Name}}`, `{{with $m := .Map}}{{$m.a.Name}}{{end}}`,
	`{{html .Text}}`, `{{.Text | html}}`, `{{js .Text}}`, `{{.Text | js}}`, `{{urlquery .Text .N}}`, `{{.HTML | html}}`, `{{print .Text | html}}`,
	`<a href="{{.Text | html}}">`, `<a href="{{.Text | urlquery}}">`, `<a href="?q={{.Text | urlquery}}">`,
}
