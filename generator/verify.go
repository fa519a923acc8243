package main

import (
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"gongshi/generator/proof"
	"gongshi/generator/render"
	"gongshi/generator/verify"
	"gongshi/generator/web"
)

type verifyCommand struct {
	Site       string `arg:"" name:"网站" help:"网站的文件夹，或 http、https 网址"`
	Place      string `help:"只核对这个地方和它下面的" placeholder:"PATH"`
	Checkpoint string `help:"以前保存的检查点文件：看封存记录有没有被改写" placeholder:"FILE" type:"existingfile"`
	Code       string `help:"纸上的核对码，如 \"1a2b 3c4d 5e6f 7a8b\"，或者六个汉字" placeholder:"CODE"`
	Theme      string `help:"网站所用的主题的文件夹，不是自带的主题时才要写" placeholder:"DIR" type:"existingdir"`
	PublicKey  string `help:"检查点的公钥" placeholder:"KEY"`
}

// Run checks a site and tells what it found, what it checked and what it could not.
func (c *verifyCommand) Run(t *terminal) error {
	opt := verify.Options{Program: edition(), Theme: render.ThemeIn(c.Theme), Place: placePath(c.Place), Code: typedCode(c.Code), PublicKey: c.PublicKey}
	if c.Code != "" && !proof.IsCode(opt.Code) {
		return fmt.Errorf("核对码“%s”：应是 16 位数字和 a 到 f 的字母，或者六个汉字，照纸上写", c.Code)
	}
	if c.PublicKey != "" {
		if err := proof.CheckKey(c.PublicKey); err != nil {
			return fmt.Errorf("--public-key “%s”%w", c.PublicKey, err)
		}
	}
	if c.Checkpoint != "" {
		text, err := os.ReadFile(c.Checkpoint)
		if err != nil {
			return err
		}
		opt.Checkpoint = string(text)
	}
	site, end, err := siteAt(c.Site)
	if err != nil {
		return err
	}
	defer end.Close()
	report, err := verify.Site(site, opt)
	if err != nil {
		return err
	}
	report.Write(t.out)
	if len(report.Differences) > 0 {
		return errData
	}
	return nil
}

// typedCode is a code as it was typed from paper: in narrow forms, lower case, without what
// parts its groups.
func typedCode(typed string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '－' || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToLower(width.Narrow.String(typed)))
}

// siteAt is a site in a folder, of which nothing leads out, or on a server; and what is closed when
// it has been read.
func siteAt(where string) (fs.FS, io.Closer, error) {
	at, err := url.Parse(where)
	if err == nil && (at.Scheme == "http" || at.Scheme == "https") {
		site := web.Open(at)
		return site, site, nil
	}
	if info, err := os.Stat(where); err != nil || !info.IsDir() {
		return nil, nil, fmt.Errorf("%s 不是文件夹，也不是 http 或 https 网址", where)
	}
	root, err := os.OpenRoot(where)
	if err != nil {
		return nil, nil, err
	}
	return root.FS(), root, nil
}
