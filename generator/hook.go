package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/hook"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

type hookCommand struct {
	Install hookInstall `cmd:"" help:"装上钩子：以后每次 git 提交，先检查要提交的资料"`
	Remove  hookRemove  `cmd:"" help:"去掉钩子"`
	Run     hookRun     `cmd:"" hidden:"" help:"由钩子运行：检查要提交的资料"`
}

// folder is the site that a hook is about.
type folder struct {
	Source string `help:"网站文件夹，内有 config.toml" default:"." type:"existingdir" placeholder:"DIR"`
}

type hookInstall struct{ folder }

func (c *hookInstall) Run(t *terminal) error {
	if err := noSite(c.Source); err != nil {
		return err
	}
	program, err := itself()
	if err != nil {
		return err
	}
	repository, err := hook.Find(c.Source)
	if err != nil {
		return err
	}
	if err := repository.Install(program); err != nil {
		return err
	}
	fmt.Fprintln(t.out, "装好了：以后每次提交，先检查要提交的资料；有错误的，改动了已封存的，都提交不上，并说明怎样改")
	fmt.Fprintln(t.out, "钩子在 "+repository.File)
	return nil
}

// noSite is the error for a folder that is not a site, where a hook would find nothing to check.
func noSite(dir string) error {
	at, err := filepath.Abs(dir)
	if err != nil || isSite(at) {
		return err
	}
	if site := siteAround(at); site != "" {
		return fmt.Errorf("这里不是网站文件夹；网站文件夹在上面，到 %s 里再运行", site)
	}
	return errors.New("这里不是网站文件夹：没有 config.toml；在网站文件夹里运行，或用 --source 指明它")
}

// itself returns this program's file. One that go run has made is gone after the run.
func itself() (string, error) {
	program, err := os.Executable()
	if err == nil && strings.Contains(filepath.ToSlash(program), "/go-build") {
		err = errors.New("go run 编出的程序用完就删，钩子找不到它；先编成文件，再用它装：go build -o gongshi ./generator")
	}
	return program, err
}

type hookRemove struct{ folder }

func (c *hookRemove) Run(t *terminal) error {
	repository, err := hook.Find(c.Source)
	if err != nil {
		return err
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	removed, err := repository.Remove(program)
	switch {
	case err != nil:
		return err
	case removed:
		fmt.Fprintln(t.out, "去掉了钩子，以后提交前不再检查")
	default:
		fmt.Fprintln(t.out, "没有装钩子")
	}
	return nil
}

// hookRun reports itself that a folder is gone.
type hookRun struct {
	Source string `help:"网站文件夹，内有 config.toml" default:"." type:"path" placeholder:"DIR"`
}

// Run checks what is staged. It prints errors on the terminal's other output, which git shows in
// its window if there is no terminal.
func (c *hookRun) Run(t *terminal) error {
	if _, err := os.Stat(filepath.Join(c.Source, "config.toml")); err != nil {
		return fmt.Errorf("没有提交：%s 里没有网站（config.toml），资料没有检查。网站换了地方的，在网站文件夹里再运行一次 gongshi hook install", c.Source)
	}
	repository, err := hook.Running(c.Source)
	if err != nil {
		return err
	}
	temporary, err := os.MkdirTemp("", "gongshi-hook-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	staged, place, any, err := repository.Staged(filepath.Join(temporary, "staged"))
	if err != nil || !any {
		return err
	}
	before, err := repository.Sealed(filepath.Join(temporary, "sealed"), place)
	if err != nil {
		return err
	}
	_, list, err := site.Read(site.Options{
		Source: staged, Output: filepath.Join(c.Source, "public"), Place: place, Clock: t.clock, NoHistory: true, Before: source.Dir(before),
	})
	if err != nil {
		return err
	}
	return refuse(t, list)
}

// refuse prints the errors of what is staged.
func refuse(t *terminal, list diag.List) error {
	wrong := list.Errors()
	if len(wrong) == 0 {
		return nil
	}
	writeText(t.err, wrong)
	fmt.Fprintf(t.err, "没有提交：要提交的资料有错误 %d 处。照上面改好，重新暂存（git add），再提交\n", len(wrong))
	return errData
}
