package disk

import (
	"io/fs"
	"time"
)

// Stamp is what a disk tells of a file without reading it. A file with the same stamp has the same
// bytes, if the stamp was settled when it was taken. The zero Stamp is of no file.
type Stamp struct {
	Size, Modified int64 // bytes; nanoseconds since 1970
	Changed        int64 // likewise, its name and mode included, which no program sets back; 0 if unknown
	Inode          uint64
}

// StampOf returns the stamp of a file.
func StampOf(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	s.Changed, s.Inode = system(info)
	return s
}

// Is reports whether a file has this stamp and is a regular file.
func (s Stamp) Is(info fs.FileInfo) bool {
	return s != Stamp{} && info.Mode().IsRegular() && s == StampOf(info)
}

// IsMoved reports whether a file is the one of this stamp, under this or another name.
func (s Stamp) IsMoved(info fs.FileInfo) bool {
	s.Changed = StampOf(info).Changed
	return s.Is(info)
}

// coarse and fine are how far apart a disk's times may be: of one that knows only seconds, or
// every second of them (FAT), and of any other.
const coarse, fine = 2 * time.Second, 50 * time.Millisecond

// Settled reports whether the file was written well before a moment of the same disk's clock, at
// or before which the stamp was taken: what is written later has another time.
func (s Stamp) Settled(by int64) bool {
	apart := fine
	if s.Modified%int64(time.Second) == 0 {
		apart = coarse
	}
	return s.Modified < by-int64(apart)
}
