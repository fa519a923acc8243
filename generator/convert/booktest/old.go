package booktest

import (
	"encoding/binary"
	"unicode/utf16"
)

// Old is an OLE2 file, as of old workbooks and of those with a password, whose directory has
// these names.
func Old(names ...string) []byte {
	data := make([]byte, 512, 1024)
	copy(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for _, name := range names {
		entry := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(entry[2*i:], u)
		}
		binary.LittleEndian.PutUint16(entry[64:], uint16(2*len([]rune(name))+2))
		entry[66] = 2
		data = append(data, entry...)
	}
	return data
}
