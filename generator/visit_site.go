package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// site is the folder of the site that is meant: that in which the person, or the program, is;
// else the one that the person chooses or makes, "" where the person does neither.
func (v *visit) site() (string, error) {
	for _, folder := range []string{v.here, v.program} {
		if site := siteAround(folder); site != "" {
			return site, nil
		}
	}
	if v.program != "" && inArchive(v.program) {
		return "", errors.New("程序像是在压缩包里直接打开的：先把压缩包全部解压到一个文件夹，再双击里面的 gongshi.exe")
	}
	near := sitesIn(v.here)
	v.offer(near)
	for {
		typed, ok := v.line()
		n, err := strconv.Atoi(typed)
		switch {
		case !ok:
			return "", nil
		case typed == "" && len(near) > 0:
			return near[0], nil
		case typed == "":
			continue
		case err == nil && 0 < n && n <= len(near):
			return near[n-1], nil
		case err == nil && n == len(near)+1:
			return v.newSite()
		}
		if site := siteAround(v.path(typed)); site != "" {
			return site, nil
		}
		fmt.Fprintf(v.out, "“%s”不是网站：网站的文件夹里有 config.toml 和 data。再试一次\n", typed)
	}
}

// inArchive reports whether a folder is where programs unpack what is opened inside an archive:
// what is made there is lost.
func inArchive(folder string) bool {
	temporary, err := resolved(os.TempDir())
	folder, errFolder := resolved(folder)
	below, errBelow := filepath.Rel(temporary, folder)
	return err == nil && errFolder == nil && errBelow == nil && filepath.IsLocal(below)
}

// offer tells what can be typed.
func (v *visit) offer(near []string) {
	if len(near) == 0 {
		fmt.Fprintf(v.out, "这里还没有网站：%s\n", v.here)
	}
	for i, site := range near {
		fmt.Fprintf(v.out, "  %d  打开“%s”\n", i+1, filepath.Base(site))
	}
	fmt.Fprintf(v.out, "  %d  新建一个网站\n\n", len(near)+1)
	fmt.Fprintln(v.out, "输入前面的数字，按回车。别处的网站，把它的文件夹拖进这个窗口，按回车。")
	if len(near) > 0 {
		fmt.Fprintf(v.out, "直接按回车，就打开“%s”。\n", filepath.Base(near[0]))
	}
	fmt.Fprintln(v.out, "不做了，关掉这个窗口。")
}

// newSite makes a site: in this folder where it holds the program alone, as it was unpacked,
// else in one of its own.
func (v *visit) newSite() (string, error) {
	folder := v.here
	if !unpacked(folder) {
		folder = filepath.Join(folder, "积分公示")
	}
	fmt.Fprintf(v.out, "网站建在哪个文件夹里？直接按回车，就是 %s\n", folder)
	typed, ok := v.line()
	if !ok {
		return "", nil
	}
	if typed != "" {
		folder = v.path(typed)
	}
	if v.run("init", folder) != 0 {
		return "", errors.New("网站没有建成，原因见上面")
	}
	return folder, nil
}

// path is a folder as it was typed, or dropped into the window, which puts quotation marks
// around a path with spaces.
func (v *visit) path(typed string) string {
	typed = strings.Trim(typed, `"`)
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(v.here, typed)
}

func isSite(folder string) bool {
	config, err := os.Stat(filepath.Join(folder, "config.toml"))
	if err != nil || config.IsDir() {
		return false
	}
	data, err := os.Stat(filepath.Join(folder, "data"))
	return err == nil && data.IsDir()
}

// siteAround is the site's folder that a folder is or lies in, "" if it is in none.
func siteAround(folder string) string {
	for folder != "" && !isSite(folder) {
		above := filepath.Dir(folder)
		if above == folder {
			return ""
		}
		folder = above
	}
	return folder
}

// sitesIn are the sites right below a folder.
func sitesIn(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var sites []string
	for _, e := range entries {
		if site := filepath.Join(folder, e.Name()); isSite(site) {
			sites = append(sites, site)
		}
	}
	return sites
}

// unpacked reports whether a folder holds nothing but what a release's archive holds.
func unpacked(folder string) bool {
	entries, err := os.ReadDir(folder)
	return err == nil && !slices.ContainsFunc(entries, func(e os.DirEntry) bool {
		return !slices.Contains([]string{"gongshi.exe", "使用说明.txt", "LICENSES.txt"}, e.Name())
	})
}
