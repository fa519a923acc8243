package proof

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

// keyOf makes the texts of a key from a seed, by the form that golang.org/x/mod/sumdb/note gives:
// <name>+<hash>+<base64 of 1 and the key>, where the hash is the first 32 bits of SHA-256 of the name, a line feed, 1 and the key.
func keyOf(name string, seed byte) (secret, public string) {
	seeds := []byte(strings.Repeat(string(rune(seed)), ed25519.SeedSize))
	key := append([]byte{1}, ed25519.NewKeyFromSeed(seeds).Public().(ed25519.PublicKey)...)
	sum := sha256.Sum256(append([]byte(name+"\n"), key...))
	head := fmt.Sprintf("%s+%x+", name, sum[:4])
	coded := base64.StdEncoding.EncodeToString
	return "PRIVATE+KEY+" + head + coded(append([]byte{1}, seeds...)), head + coded(key)
}

// signedVillage returns the chain of the sealed village with a signed checkpoint.
func signedVillage(t *testing.T, secret string) (*Proofs, *Chain) {
	t.Helper()
	key, err := ReadKey(" " + secret + "\r\n")
	if err != nil {
		t.Fatal(err)
	}
	book, p := sealedBook(t)
	empty := &ledger.Place{Path: "zhen"} // which nothing is sealed of
	book.Places = append(book.Places, empty)
	proofs, _ := Of(book, Options{Day: today})
	if err := proofs.Sign(key); err != nil {
		t.Fatal(err)
	}
	if text := proofs.Of(empty).CheckpointText(); text != "" {
		t.Errorf("of no seals: %q", text)
	}
	return proofs, proofs.Of(p)
}

// A checkpoint is four lines; signed, it is the same and a signature of its key.
func TestSign(t *testing.T) {
	secret, public := keyOf("cun.example", 'a')
	proofs, c := signedVillage(t, secret)
	text := "gongshi/zhen/cun\n2\n" + c.Place.Seals[1].Digest + "\n2023-03-10\n"
	signed := c.CheckpointText()
	if c.unsigned() != text || !strings.HasPrefix(signed, text+"\n— cun.example ") || proofs.Key != public {
		t.Errorf("%q\n%q\n%s", c.unsigned(), signed, proofs.Key)
	}
	if err := Signed(signed, public+"\n"); err != nil {
		t.Error(err)
	}
	want := Checkpoint{"zhen/cun", 2, c.Place.Seals[1].Digest, "2023-03-10"}
	if got, err := ParseCheckpoint(signed); err != nil || got != want {
		t.Errorf("%v, %v", got, err)
	}
	if proofs, err := Of(&ledger.Book{}, Options{}); proofs.Sign(nil) != nil || proofs.Key != "" || err != nil {
		t.Error("signed without a key")
	}
}

// Who alters a checkpoint, or signs with another key, has no signature.
func TestSignedRefuses(t *testing.T) {
	secret, public := keyOf("cun.example", 'a')
	_, other := keyOf("cun.example", 'b')
	_, renamed := keyOf("other.example", 'a')
	_, c := signedVillage(t, secret)
	signed := c.CheckpointText()
	alter := func(old, now string) string { return strings.Replace(signed, old, now, 1) }
	for name, text := range map[string]string{
		"place": alter("zhen/cun", "zhen/cum"), "count": alter("\n2\n", "\n1\n"), "day": alter("03-10", "03-11"),
		"digest": alter(c.Place.Seals[1].Digest, c.Place.Seals[0].Digest), "one line more": alter("2023-03-10\n", "2023-03-10\nx\n"),
		"no signature": c.unsigned(), "an empty one": c.unsigned() + "\n", "nothing": "", "line ends": strings.ReplaceAll(signed, "\n", "\r\n"),
	} {
		if text == signed || Signed(text, public) == nil {
			t.Errorf("%s: altered and signed", name)
		}
	}
	for name, key := range map[string]string{"another key": other, "another name": renamed, "no key": "", "the secret": secret} {
		if Signed(signed, key) == nil {
			t.Errorf("signed with %s", name)
		}
	}
}

func TestKeys(t *testing.T) {
	secret, public := keyOf("cun.example", 'a')
	if key, err := ReadKey(secret); err != nil || key.Public != public || key.Name() != "cun.example" {
		t.Errorf("%+v, %v", key, err)
	}
	for _, text := range []string{"", public, secret[1:], secret[:len(secret)-4], strings.Replace(secret, "cun", "cum", 1)} {
		if _, err := ReadKey(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
	for text, want := range map[string]bool{public: true, public + "\n": true, secret: false, "": false, public[:len(public)-4]: false, strings.Replace(public, "cun", "cum", 1): false} {
		if err := CheckKey(text); (err == nil) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A new key is that of its name, and its two texts belong together.
func TestNewKey(t *testing.T) {
	chance := func() *strings.Reader { return strings.NewReader(strings.Repeat("a", 64)) }
	secret, public, err := NewKey(chance(), "cun.example")
	if err != nil {
		t.Fatal(err)
	}
	if key, err := ReadKey(secret); err != nil || key.Public != public || CheckKey(public) != nil || !strings.HasPrefix(public, "cun.example+") {
		t.Errorf("%s, %v", public, err)
	}
	for _, name := range []string{"", "a b", "a+b", "村\n"} {
		if secret, _, err := NewKey(chance(), name); err == nil {
			t.Errorf("%q has the key %s", name, secret)
		}
	}
	if _, _, err := NewKey(strings.NewReader(""), "a"); err == nil {
		t.Error("a key without chance")
	}
}

// What is no checkpoint, by the line that is wrong.
func TestParseCheckpointRefuses(t *testing.T) {
	digest := strings.Repeat("0a", 32)
	for text, want := range map[string]string{
		"gongshi/a\n1\n" + digest + "\n":                               "应有四行",
		"gongshi/a\n1\n" + digest + "\n2023-03-10\nx\n":                "应有四行",
		"\ngongshi/a\n1\n" + digest + "\n2023-03-10\n":                 "应有四行",
		"gongshi\n1\n" + digest + "\n2023-03-10\n":                     "应有四行",
		"gongshi/a\n-1\n" + digest + "\n2023-03-10\n":                  "第 2 行“-1”",
		"gongshi/a\n1.0\n" + digest + "\n2023-03-10\n":                 "第 2 行“1.0”",
		"gongshi/a\n1\n" + digest + "0\n2023-03-10\n":                  "第 3 行",
		"gongshi/a\n1\n" + strings.ToUpper(digest) + "\n2023-03-10\n":  "第 3 行",
		"gongshi/a\n1\n" + strings.Repeat("0g", 32) + "\n2023-03-10\n": "第 3 行",
	} {
		if got, err := ParseCheckpoint(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}
