package gazette

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
)

// Pages do not show all that programs read, so an alteration might not show on a page. Therefore
// JSON files end with their own digest, and data/site.json has the digests of the files that it
// names.

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// The text around the digest, which is the last key of a file.
const (
	beforeDigest = ",\n  \"digest\": \""
	afterDigest  = "\"\n}\n"
	noDigest     = "\n}\n" // the end of a file without one
)

// Write writes the file as it is published.
func (f *Document) Write(w io.Writer) error {
	if f.Value == nil {
		_, err := io.WriteString(w, f.Text)
		return err
	}
	var b bytes.Buffer
	if err := JSON(&b, f.Value()); err != nil {
		return err
	}
	text := bytes.TrimSuffix(b.Bytes(), []byte(noDigest))
	_, err := io.WriteString(w, string(text)+beforeDigest+digest(text)+afterDigest)
	return err
}

// JSON writes open data that is not a table, and what commands tell programs: indented, with a
// final line feed, and with Chinese and <, > and & as they are.
func JSON(w io.Writer, value any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(value)
}

// undigested returns a file without the digest at its end, which must be right.
func undigested(text []byte) ([]byte, error) {
	end := len(text) - len(beforeDigest) - 2*sha256.Size - len(afterDigest)
	if end < 0 || string(text[end:]) != beforeDigest+digest(text[:end])+afterDigest {
		return nil, errors.New("内容与末尾的 digest 不符：生成以后有人改动过，或没有传完整")
	}
	return append(text[:end:end], noDigest...), nil
}
