// Package disk waits for files that another program has open, and describes a disk's errors in
// Chinese.
//
// In: an operation on a file, or its error. Out: whether it succeeded in the end, and the error
// in words. It opens, writes or removes no file itself except in [Replace], [Create] and
// [Change], which change several files or none.
package disk

import (
	"errors"
	"runtime"
	"syscall"
	"time"
)

// ErrHeld is the error for a file that another program has open.
var ErrHeld = errors.New("file is held by another program")

// Windows returns these for such a file, and for one that is read-only.
const (
	accessDenied     = syscall.Errno(5)    // ERROR_ACCESS_DENIED
	sharingViolation = syscall.Errno(32)   // ERROR_SHARING_VIOLATION
	lockViolation    = syscall.Errno(33)   // ERROR_LOCK_VIOLATION
	userMapped       = syscall.Errno(1224) // ERROR_USER_MAPPED_FILE
)

// Held reports whether err means that another program has the file open.
func Held(err error) bool {
	if errors.Is(err, ErrHeld) {
		return true
	}
	code, is := errors.AsType[syscall.Errno](err)
	return runtime.GOOS == "windows" && is &&
		(code == accessDenied || code == sharingViolation || code == lockViolation || code == userMapped)
}

// longest is the last pause of Patiently: about two seconds in all.
const longest = time.Second

// Patiently does something to a file, and tries again after a pause while another program has the
// file open: a virus scanner opens each new file for an instant, and a spreadsheet keeps the one
// that it is saving.
func Patiently(do func() error) error {
	for pause := 10 * time.Millisecond; ; pause *= 2 {
		err := do()
		if err == nil || !Held(err) || pause > longest {
			return err
		}
		time.Sleep(pause)
	}
}
