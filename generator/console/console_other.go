//go:build !windows

package console

import (
	"errors"
	"io"
)

// Writer is w: terminals and files of these systems are UTF-8.
func Writer(w io.Writer) io.Writer { return w }

// Own reports whether the window was made for this run alone, which only Windows does.
func Own() bool { return false }

// Steady would keep the window from stopping the program.
func Steady() {}

// Open would show an address in the person's browser.
func Open(string) error { return errors.ErrUnsupported }
