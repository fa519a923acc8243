package verify

import "fmt"

// limits are absolute, and many times what a county of 300,000 households needs: its manifest has
// 530,000 files and 45 MB, and its largest file, of a village of 3,000 households, 2 MB.
type limits struct {
	manifest int64 // bytes of the manifest
	files    int   // files in it
	file     int64 // bytes of a file of which only the checksum is compared
	table    int64 // of a table
	small    int64 // of any other file that is read
	all      int64 // of all files
	room     int64 // memory for the tables of a place; a village of 3,000 households takes 90 MB a year
}

var absolute = limits{
	manifest: 128 << 20, files: 1_500_000, file: 1 << 30, table: 64 << 20, small: 4 << 20,
	all: 100 << 30, room: 768 << 20,
}

// refused is the reason for which a site is not read any further.
func refused(format string, args ...any) error {
	return fmt.Errorf(format+"；gongshi 的网站不会这样，先看看网址或文件夹对不对", args...)
}

// megabytes returns a number of bytes for readers.
func megabytes(n int64) string {
	if n >= 1<<30 {
		return fmt.Sprintf("%d GB", n>>30)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
