package privacy

import (
	"bytes"
	"encoding/binary"
	"path"
	"regexp"
	"strings"
)

// TextOf is the text in a file's content: of a picture what its camera or program wrote beside it,
// of anything else all of it.
func TextOf(name string, content []byte) []byte {
	var parts [][]byte
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg":
		parts = jpegTexts(content)
	case ".png":
		parts = chunks(content, 8, binary.BigEndian, true, "tEXt", "iTXt", "eXIf")
	case ".webp":
		parts = chunks(content, 12, binary.LittleEndian, false, "EXIF", "XMP ")
	case ".gif", ".woff", ".woff2", ".ttf", ".ico", ".avif":
	default:
		return content
	}
	return bytes.Join(parts, []byte("\n"))
}

// jpegTexts are the segments of a JPEG that hold no picture: Exif, XMP, IPTC, comments.
func jpegTexts(b []byte) (list [][]byte) {
	for i := 2; i+4 <= len(b) && b[i] == 0xFF && b[i+1] != 0xDA; {
		end := i + 2 + int(binary.BigEndian.Uint16(b[i+2:]))
		if end > len(b) {
			break
		}
		if m := b[i+1]; m == 0xFE || m == 0xE1 || m == 0xED {
			list = append(list, b[i+4:end])
		}
		i = end
	}
	return list
}

// chunks are those of some names in a PNG or a WebP: a length and a name, or a name and a length.
func chunks(b []byte, from int, order binary.ByteOrder, lengthFirst bool, names ...string) (list [][]byte) {
	for i := from; i+8 <= len(b); {
		name, length := b[i:i+4], order.Uint32(b[i+4:])
		after := uint64(length + length%2)
		if lengthFirst {
			name, length = b[i+4:i+8], order.Uint32(b[i:])
			after = uint64(length) + 4 // the checksum
		}
		if uint64(len(b)-i-8) < uint64(length) {
			break
		}
		for _, n := range names {
			if string(name) == n {
				list = append(list, b[i+8:i+8+int(length)])
			}
		}
		i += 8 + int(after)
		if after > uint64(len(b)) {
			break
		}
	}
	return list
}

// gpsTag is the entry of Exif's first directory that leads to where a picture was taken.
const gpsTag = 0x8825

// Located reports whether a picture tells where it was taken.
func Located(name string, content []byte) bool {
	text := TextOf(name, content)
	for _, start := range []string{"II*\x00", "MM\x00*"} {
		if i := bytes.Index(text, []byte(start)); i >= 0 && i < 16 && hasGPS(text[i:]) {
			return true
		}
	}
	return bytes.Contains(text, []byte("exif:GPSLatitude"))
}

// hasGPS looks through the first directory of a TIFF header.
func hasGPS(tiff []byte) bool {
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	if len(tiff) < 8 {
		return false
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return false
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return false
		}
		if order.Uint16(entries) == gpsTag {
			return true
		}
		entries = entries[12:]
	}
	return false
}

// The numbers of a line that is drawn are parted by spaces, as those of a telephone may be: d="M154 111.
var drawn = regexp.MustCompile(`^<[\w:]+[^<>']* (?:d|points|viewBox|transform)="[^"<>\p{Han}]*$`)

// Drawn reports whether what follows a text of markup is a number of an SVG drawing's lines, which nobody reads.
func Drawn(before string) bool {
	return drawn.MatchString(before[max(0, strings.LastIndexByte(before, '<')):])
}
