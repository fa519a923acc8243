// Package pack puts a place's files into one file, to hand in by mail or on a USB stick.
//
// In: a site's folder and a place; or the bytes of a pack, which may be anybody's. Out: the bytes
// of a pack; or its files, compared with those of a site: what would be added, changed and
// removed. It never writes to a disk.
//
// A pack is a ZIP archive (APPNOTE 6.3.9). First comes gongshi.json, the manifest; then, in order
// and under their paths in the site's folder, the files that are read of the place and of the
// places below it (source.IsFile). Names are UTF-8. There are no folders and links, and nothing
// is encrypted. The same files, on the same day, from the same commit, make the same bytes.
package pack

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/source"
)

// Manifest lists what is in a pack and what it was made from.
type Manifest struct {
	Format      string `json:"format"`
	Place       string `json:"place"` // its path
	Name        string `json:"name"`
	Date        string `json:"date"`                  // the day as of which the files were checked
	Commit      string `json:"commit,omitempty"`      // the one checked out
	Uncommitted bool   `json:"uncommitted,omitempty"` // some of the files differ from it
	Files       []File `json:"files"`                 // by path
}

// File is a file of a pack.
type File struct {
	Path   string `json:"path"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

const (
	format       = "gongshi-pack-1"
	manifestName = "gongshi.json"
)

// Pack is the content of a pack.
type Pack struct {
	Manifest
	Content map[string][]byte // by path
}

// Collect returns the files of a site that belong to the pack of a place, and the files beside
// them that nothing reads.
func Collect(site fs.FS, place string) (files []disk.File, left []string, err error) {
	for _, top := range []string{"data", "content"} {
		err := fs.WalkDir(site, path.Join(top, place), func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case source.Hidden(d.Name()) && d.IsDir():
				return fs.SkipDir
			case source.Hidden(d.Name()) || d.IsDir():
				return nil
			case !d.Type().IsRegular():
				return refused(name, "是链接，不是文件", "把它换成真的文件再来")
			case !source.IsFile(place, name):
				left = append(left, name)
				return nil
			}
			content, err := fs.ReadFile(site, name)
			files = append(files, disk.File{Path: name, Content: content})
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(files, func(a, b disk.File) int { return cmp.Compare(a.Path, b.Path) })
	return files, left, nil
}

// Write makes a pack of files, which the manifest is to list, as of a day.
func Write(m Manifest, day ledger.Date, files []disk.File) ([]byte, error) {
	m.Format, m.Date, m.Files = format, day.String(), make([]File, len(files))
	total, largest := 0, 0
	for i, f := range files {
		m.Files[i] = File{f.Path, len(f.Content), digest(f.Content)}
		total, largest = total+len(f.Content), max(largest, len(f.Content))
	}
	manifest, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, err
	}
	y, month, d := day.Civil()
	at := time.Date(y, month, d, 0, 0, 0, 0, time.UTC)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestCompression) })
	for _, f := range append([]disk.File{{Path: manifestName, Content: append(manifest, '\n')}}, files...) {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: at})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(f.Content); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	if b.Len() > MaxBytes || total > maxUnpacked || largest > maxEntry || len(files) >= maxEntries {
		return nil, refused("", "资料太多，打不成一个包", "多半是 content/"+m.Place+" 里的图片太大，缩小以后再打")
	}
	return b.Bytes(), err
}

// Of begins the manifest of a place, made from the commit that is checked out, as far as git knows.
func Of(place, name string, h *origin.History) Manifest {
	m := Manifest{Place: place, Name: name}
	if h != nil && h.Why == origin.Known {
		m.Commit, m.Uncommitted = h.Head.Hash, h.Last("data/"+place).Uncommitted
	}
	return m
}

// Name is the name of the file of a pack, unless somebody gives another one.
func Name(place string, day ledger.Date) string {
	return strings.ReplaceAll(place, "/", "-") + "-" + day.String() + ".zip"
}

func digest(content []byte) string { return fmt.Sprintf("%x", sha256.Sum256(content)) }

// Within reports whether a path is one of the place's folders, or is below one.
func (m *Manifest) Within(name string) bool {
	return strings.HasPrefix(name+"/", "data/"+m.Place+"/") || strings.HasPrefix(name+"/", "content/"+m.Place+"/")
}
