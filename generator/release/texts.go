package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed guide-windows.txt
var guideWindows string

//go:embed guide-darwin.txt
var guideMac string

//go:embed guide-linux.txt
var guideLinux string

// guideFor returns what to know before the first start. Windows' oldest Notepad needs a BOM and
// CRLF.
func guideFor(system, number string) []byte {
	text := map[string]string{"windows": guideWindows, "darwin": guideMac, "linux": guideLinux}[system]
	text = strings.ReplaceAll(text, "VERSION", number)
	if system == "windows" {
		text = "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
	}
	return []byte(text)
}

// licences returns the terms of the program and of everything in it, as these require.
func (r *release) licences(t target) ([]byte, error) {
	modules, err := r.goTool(t, "list", "-deps", "-f", `{{with .Module}}{{if .Version}}{{.Path}} {{.Version}}{{"\t"}}{{.Dir}}{{end}}{{end}}`, "./generator")
	if err != nil {
		return nil, err
	}
	goroot, err := r.goTool(t, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	others := strings.Split(modules, "\n")
	slices.Sort(others)
	parts := append([]string{"gongshi\t" + r.root, "Go\t" + goroot}, slices.Compact(others)...)
	if r.charts() {
		parts = append(parts, "Apache ECharts\t"+filepath.Join(r.root, "themes", "node_modules", "echarts"))
	}
	var all strings.Builder
	for _, part := range parts {
		name, folder, _ := strings.Cut(part, "\t")
		text, err := licence(folder)
		if err != nil {
			return nil, fmt.Errorf("licence of %s: %w", name, err)
		}
		fmt.Fprintf(&all, "==== %s\n\n%s\n", name, text)
	}
	return []byte(all.String()), nil
}

// licence returns the text of a folder's licence, with its notice.
func licence(folder string) (string, error) {
	var text strings.Builder
	for _, pattern := range []string{"LICEN[CS]E*", "COPYING*", "NOTICE*"} {
		names, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return "", err
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				return "", err
			}
			text.Write(data)
		}
	}
	if text.Len() == 0 {
		return "", errors.New("there is none in " + folder)
	}
	return text.String(), nil
}
