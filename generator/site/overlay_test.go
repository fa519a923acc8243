package site

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestOverlay(t *testing.T) {
	below := fstest.MapFS{"data/v/place.toml": {Data: []byte("a")}, "data/v/households.csv": {Data: []byte("b")}, "data/v/tasks.csv": {}}
	o := Overlay(below, map[string][]byte{
		"data/v/households.csv": []byte("c"), "data/v/scores/2023-01.csv": []byte("d"), "data/v/tasks.csv": nil, "data/v/nothing/x.csv": nil,
	})
	for _, name := range []string{"data/v/tasks.csv", "data/v/nothing"} {
		_, stat := fs.Stat(o, name)
		_, lstat := fs.Lstat(o, name)
		if _, err := fs.ReadFile(o, name); !errors.Is(err, fs.ErrNotExist) || !errors.Is(stat, fs.ErrNotExist) || !errors.Is(lstat, fs.ErrNotExist) {
			t.Errorf("%s: %v, %v, %v", name, err, stat, lstat)
		}
	}
	for name, want := range map[string]string{"data/v/place.toml": "a", "data/v/households.csv": "c", "data/v/scores/2023-01.csv": "d"} {
		if got, err := fs.ReadFile(o, name); err != nil || string(got) != want {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
	for dir, want := range map[string]string{".": "data/", "data/v": "households.csv place.toml scores/", "data/v/scores": "2023-01.csv"} {
		list, err := fs.ReadDir(o, dir)
		got := ""
		for i, e := range list {
			if i > 0 {
				got += " "
			}
			if got += e.Name(); e.IsDir() {
				got += "/"
			}
		}
		if err != nil || got != want {
			t.Errorf("%s: %q %v", dir, got, err)
		}
	}
	if info, err := fs.Lstat(o, "data/v/scores"); err != nil || !info.IsDir() {
		t.Error(info, err)
	}
	if _, err := fs.Stat(o, "data/v/events"); err == nil {
		t.Error("a folder that nobody makes")
	}
}
