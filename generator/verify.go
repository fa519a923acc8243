package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/width"

	"gongshi/generator/proof"
	"gongshi/generator/verify"
)

type verifyCommand struct {
	Site       string `arg:"" name:"网站" help:"网站的文件夹，或 http、https 网址"`
	Place      string `help:"只核对这个地方和它下面的" placeholder:"PATH"`
	Checkpoint string `help:"以前保存的检查点文件：看封存记录有没有被改写" placeholder:"FILE" type:"existingfile"`
	Code       string `help:"纸上的核对码，如 \"1a2b 3c4d 5e6f 7a8b\"" placeholder:"CODE"`
	PublicKey  string `help:"检查点的公钥" placeholder:"KEY"`
}

// Run checks a site and tells what it found, what it checked and what it could not.
func (c *verifyCommand) Run(t *terminal) error {
	opt := verify.Options{Place: placePath(c.Place), Code: typedCode(c.Code), PublicKey: c.PublicKey}
	if c.Code != "" && (len(opt.Code) < 16 || len(opt.Code) > 64 || strings.Trim(opt.Code, "0123456789abcdef") != "") {
		return fmt.Errorf("核对码“%s”：应是 16 位数字和 a 到 f 的字母，照纸上写", c.Code)
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
	site, err := siteAt(c.Site)
	if err != nil {
		return err
	}
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

// siteAt is a site in a folder, or on a server.
func siteAt(where string) (fs.FS, error) {
	at, err := url.Parse(where)
	if err == nil && (at.Scheme == "http" || at.Scheme == "https") {
		return web{at.JoinPath("/"), &http.Client{Timeout: time.Minute}}, nil
	}
	if info, err := os.Stat(where); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%s 不是文件夹，也不是 http 或 https 网址", where)
	}
	return os.DirFS(where), nil
}

// web reads a site from a plain server of files.
type web struct {
	root   *url.URL
	client *http.Client
}

// Open fetches one file.
func (w web) Open(name string) (fs.File, error) {
	if name == "." { // a server does not list its files
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	content, err := w.fetch(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &webFile{bytes.NewReader(content), name}, nil
}

func (w web) fetch(name string) ([]byte, error) {
	at := *w.root
	at.Path, at.RawPath = at.Path+name, ""
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, err
	}
	response, err := w.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusOK:
		return io.ReadAll(response.Body)
	case http.StatusNotFound, http.StatusGone:
		return nil, fs.ErrNotExist
	}
	return nil, errors.New("服务器答复 " + response.Status)
}

// webFile is a file that was fetched.
type webFile struct {
	*bytes.Reader
	name string
}

func (f *webFile) Close() error               { return nil }
func (f *webFile) Stat() (fs.FileInfo, error) { return webInfo{f}, nil }

// webInfo is what a server tells of a file.
type webInfo struct{ *webFile }

func (i webInfo) Name() string       { return path.Base(i.name) }
func (i webInfo) Mode() fs.FileMode  { return 0o444 }
func (i webInfo) ModTime() time.Time { return time.Time{} }
func (i webInfo) IsDir() bool        { return false }
func (i webInfo) Sys() any           { return nil }
