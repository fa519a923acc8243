//go:build !linux && !darwin

package disk

import "io/fs"

// system returns nothing where finding it out would mean to open the file.
func system(fs.FileInfo) (changed int64, inode uint64) { return 0, 0 }
