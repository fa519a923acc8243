package serve

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongshi/generator/diag"
)

func TestRelax(t *testing.T) {
	for policy, want := range map[string]string{
		// what a page of the site says
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
		"default-src 'self'":                        "default-src 'self'",
		"default-src 'none'":                        "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'",
		"default-src https:":                        "default-src https:; connect-src https: 'self'; script-src https: 'self'; style-src https: 'self'",
		"connect-src 'none'":                        "connect-src 'self'",
		"connect-src":                               "connect-src 'self'",
		"connect-src https://api":                   "connect-src https://api 'self'",
		"script-src 'none'; style-src 'NONE'":       "script-src 'self'; style-src 'self'",
		"script-src 'sha256-x'":                     "script-src 'sha256-x' 'self'",
		"script-src 'none'; script-src-elem 'none'": "script-src 'none'; script-src-elem 'self'",
		"style-src-elem 'none'":                     "style-src-elem 'self'",
		"img-src 'none'":                            "img-src 'none'",
		"":                                          "",
		" ; ;img-src  'self' ;":                     "img-src 'self'",
		"Connect-Src 'none'; connect-src 'self'":    "connect-src 'self'",
		"default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'": "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'",
	} {
		if got := relax(policy); got != want {
			t.Errorf("relax(%q)\n got %q\nwant %q", policy, got, want)
		}
	}
}

func TestEnliven(t *testing.T) {
	const script = `<script src="/_gongshi/live.js" defer data-version="v&#34;1"></script>`
	for name, test := range map[string]struct{ page, want string }{
		"head":                  {`<!doctype html><head><title>x</title></head><body>`, `<!doctype html><head><title>x</title>` + script + `</head><body>`},
		"upper case":            {`<HEAD></HEAD ><BODY></HEAD>`, `<HEAD>` + script + `</HEAD ><BODY></HEAD>`},
		"no head":               {`<p>x`, script + `<p>x`},
		"header":                {`<header></header>`, script + `<header></header>`},
		"doctype":               {"\ufeff\n<!DOCTYPE html>\n<title>x</title><p>", "\ufeff\n<!DOCTYPE html>" + script + "\n<title>x</title><p>"},
		"empty":                 {``, script},
		"policy":                {`<head><meta http-equiv="Content-Security-Policy" content="connect-src 'none'"></head>`, `<head><meta http-equiv="Content-Security-Policy" content="connect-src &#39;self&#39;">` + script + `</head>`},
		"escaped":               {`<head><meta content="default-src &#39;none&#39;; img-src &quot;" http-equiv=content-security-policy /></head>`, `<head><meta content="default-src &#39;none&#39;; img-src &#34;; connect-src &#39;self&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;" http-equiv=content-security-policy />` + script + `</head>`},
		"lines":                 {"<head><META\n HTTP-EQUIV = 'Content-Security-Policy'\n CONTENT = 'connect-src x'\n></head>", "<head><META\n HTTP-EQUIV = 'Content-Security-Policy'\n CONTENT = \"connect-src x &#39;self&#39;\"\n>" + script + "</head>"},
		"two":                   {`<head><meta http-equiv="Content-Security-Policy" content="connect-src a"><meta http-equiv="Content-Security-Policy" content="connect-src b"></head>`, `<head><meta http-equiv="Content-Security-Policy" content="connect-src a &#39;self&#39;"><meta http-equiv="Content-Security-Policy" content="connect-src b &#39;self&#39;">` + script + `</head>`},
		"others":                {`<head><meta charset="utf-8"><meta name="description" content="a > b 'none'"><meta http-equiv="refresh" content="1"></head>`, `<head><meta charset="utf-8"><meta name="description" content="a > b 'none'"><meta http-equiv="refresh" content="1">` + script + `</head>`},
		"report only":           {`<head><meta http-equiv="Content-Security-Policy-Report-Only" content="connect-src 'none'"></head>`, `<head><meta http-equiv="Content-Security-Policy-Report-Only" content="connect-src 'none'">` + script + `</head>`},
		"body":                  {`<head></head><meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`, `<head>` + script + `</head><meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`},
		"policy without a head": {`<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`, script + `<meta http-equiv="Content-Security-Policy" content="connect-src &#39;self&#39;">`},
	} {
		if got := enliven(test.page, `v"1`); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, test.want)
		}
	}
}

func TestTroubleIsCutShort(t *testing.T) {
	var list diag.List
	for i := range most + 50 {
		list.Add(diag.Diagnostic{Position: diag.At("a.csv", i+1, 1), Message: "错"})
		list.Add(diag.Diagnostic{Severity: diag.Note, Message: "示"})
	}
	var got struct {
		Problems []overlaid
		More     int
	}
	if err := json.Unmarshal(trouble(list, nil, false), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Problems) != most || got.More != 50 {
		t.Errorf("%d problems and %d more", len(got.Problems), got.More)
	}
}

func TestFingerprint(t *testing.T) {
	dir := t.TempDir()
	put := func(name, content string, at int64) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Unix(at, 0), time.Unix(at, 0)); err != nil {
			t.Fatal(err)
		}
	}
	put("a/index.html", "x", 1)
	seen := map[uint64]string{fingerprint(dir): "first"}
	changes := func(what string) {
		t.Helper()
		now := fingerprint(dir)
		if former, again := seen[now]; again {
			t.Errorf("%s: as %s", what, former)
		}
		seen[now] = what
	}
	put("a/index.html", "y", 2)
	changes("another time")
	put("a/index.html", "xx", 2)
	changes("another size")
	put("b.html", "", 1)
	changes("another file")
	if err := os.Rename(filepath.Join(dir, "b.html"), filepath.Join(dir, "c.html")); err != nil {
		t.Fatal(err)
	}
	changes("another name")

	now := fingerprint(dir)
	put(".git/HEAD", "x", 5)
	put(".gitignore", "x", 5)
	if fingerprint(dir) != now {
		t.Error("hidden files count")
	}
}
