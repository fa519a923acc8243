// Command sample writes the sample site: config.toml and data/, as villages would keep them.
//
//	go run ./generator/sample DIR
//
// In: nothing but the tables in this folder. Out: the same bytes every time; it reads no clock,
// no environment and no file. All people, telephone numbers and figures are invented; the rules
// and the numbers that the texts state are theirs. It never checks and never reckons a total.
package main

import (
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./generator/sample DIR")
		os.Exit(2)
	}
	if err := write(os.Args[1], files()); err != nil {
		fmt.Fprintln(os.Stderr, "sample:", err)
		os.Exit(2)
	}
}

// write puts the files below dir, which it makes if need be. It removes nothing.
func write(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := root.MkdirAll(path.Dir(name), 0o777); err != nil {
			return err
		}
		if err := root.WriteFile(name, files[name], 0o666); err != nil {
			return err
		}
	}
	return nil
}
