package disk

import (
	"io/fs"
	"syscall"
)

// system returns when a file or its name was changed, and its number on the disk.
func system(info fs.FileInfo) (changed int64, inode uint64) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctimespec.Nano(), s.Ino
	}
	return 0, 0
}
