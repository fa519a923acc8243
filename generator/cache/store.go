package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
)

// form is the first line of a cache file; change it with the format.
const form = "gongshi builds 1\n"

// File is the name of the cache file of one site that is built into one folder, or of a shard of
// it. "" is no cache: it keeps nothing. It is in a folder outside of any site. What cannot be read
// or written is not there.
type File string

// At returns the cache file in a folder, which is not empty, for a site's folder and the built one.
func At(folder, source, output string) File {
	sum := sha256.Sum256([]byte(absolute(source) + "\x00" + absolute(output)))
	return File(filepath.Join(folder, "builds", hex.EncodeToString(sum[:16])))
}

func absolute(name string) string {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	if abs, err := filepath.Abs(name); err == nil {
		return abs
	}
	return name
}

// Load reads what was kept last into v, and reports whether there is something whole.
func (f File) Load(v any) bool {
	if f == "" {
		return false
	}
	text, err := os.ReadFile(string(f))
	text, ours := bytes.CutPrefix(text, []byte(form))
	if err != nil || !ours || len(text) < sha256.Size {
		return false
	}
	body := text[sha256.Size:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], text[:sha256.Size]) {
		return false
	}
	return gob.NewDecoder(bytes.NewReader(body)).Decode(v) == nil
}

// Begin notes the moment at which a build begins to look at the site, by the time that the disk
// gives to a file that is written at it. It returns 0 if nothing can be kept.
func (f File) Begin() int64 {
	if f == "" || os.MkdirAll(filepath.Dir(string(f)), 0o700) != nil {
		return 0
	}
	at := string(f) + ".begun"
	defer os.Remove(at)
	if os.WriteFile(at, []byte(form), 0o600) != nil {
		return 0
	}
	info, err := os.Stat(at)
	if err != nil {
		return 0
	}
	return info.ModTime().UnixNano()
}

// Keep writes v, as a whole file or not at all.
func (f File) Keep(v any) error {
	var body bytes.Buffer
	if err := gob.NewEncoder(&body).Encode(v); err != nil {
		return err
	}
	sum := sha256.Sum256(body.Bytes())
	new := string(f) + ".new"
	err := os.WriteFile(new, append(append([]byte(form), sum[:]...), body.Bytes()...), 0o600)
	if err == nil {
		err = os.Rename(new, string(f))
	}
	if err != nil {
		return errors.Join(err, os.Remove(new))
	}
	return nil
}
