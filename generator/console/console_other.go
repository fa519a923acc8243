//go:build !windows

package console

import (
	"errors"
	"io"
)

// Writer returns w: terminals and files of these systems are UTF-8.
func Writer(w io.Writer) io.Writer { return w }

// Own reports whether the window was made for this run only, which happens only on Windows.
func Own() bool { return false }

// Steady does nothing here.
func Steady() {}

// Open does nothing here.
func Open(string) error { return errors.ErrUnsupported }
