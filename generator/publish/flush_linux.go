package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// flushed waits until a file is on its disk, with all others of its file system: one call for
// thousands of files, each of which would take as long.
func flushed(f *os.File) error {
	if unix.Syncfs(int(f.Fd())) == nil {
		return nil
	}
	return f.Sync()
}
