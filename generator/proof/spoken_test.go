package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// The list is part of the contract: who keeps a paper notice must find the same characters for
// it in ten years.
func TestCharacters(t *testing.T) {
	if len(Characters) != 1<<spokenBits {
		t.Fatalf("%d characters, want %d", len(Characters), 1<<spokenBits)
	}
	sum := sha256.Sum256([]byte(string(Characters)))
	if got := hex.EncodeToString(sum[:]); got != "334a025ed428660650eb15e7cf1b5ed4f27fc9767403a90ab334326821d1fb2f" {
		t.Errorf("the list has changed: %s", got)
	}
	former := ""
	for _, c := range Characters {
		gbk, err := simplifiedchinese.GBK.NewEncoder().String(string(c))
		if back, _ := simplifiedchinese.GBK.NewDecoder().String(gbk); err != nil || len(gbk) != 2 || back != string(c) || !unicode.Is(unicode.Han, c) {
			t.Errorf("%c is not exact in GBK", c)
		}
		if gbk <= former {
			t.Errorf("%c stands twice, or not in the order of GBK", c)
		}
		former = gbk
	}
	for _, c := range "一二三四五六七八九十百千万零死亡鬼病丑贱奴傻猪狗未末己已入人" {
		if slices.Contains(Characters, c) {
			t.Errorf("%c is in the list", c)
		}
	}
}

// The same digest has the same characters, and the characters say 66 bits of it: they are
// compared with a division of the whole digest.
func TestSpoken(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var content [32]byte
		for i := range content {
			content[i] = byte(chance.Uint32())
		}
		digest := hex.EncodeToString(content[:])
		code := strings.ReplaceAll(Spoken(digest), " ", "")
		said := new(big.Int)
		for _, c := range code {
			said.Lsh(said, spokenBits).Or(said, big.NewInt(int64(slices.Index(Characters, c))))
		}
		if want := new(big.Int).Rsh(new(big.Int).SetBytes(content[:]), 256-66); said.Cmp(want) != 0 {
			t.Fatalf("%s: %s is %x, want %x", digest, code, said, want)
		}
		other := content
		other[chance.IntN(8)] ^= 1 << chance.IntN(8)
		if !HasCode(digest, code) || !HasCode(digest, digest[:codeLength]) || HasCode(hex.EncodeToString(other[:]), code) {
			t.Fatalf("%s: %s", digest, code)
		}
	}
}

func TestIsCode(t *testing.T) {
	for typed, want := range map[string]bool{
		"1a2b3c4d5e6f7a8b": true, "1a2b3c4d5e6f7a8": false, "1a2b3c4d5e6f7a8g": false, strings.Repeat("0", 64): true, strings.Repeat("0", 65): false,
		"埃坐座尊佐做": true, "埃坐座尊佐": false, "埃坐座尊佐一": false, "": false,
	} {
		if IsCode(typed) != want {
			t.Errorf("%q: %v", typed, !want)
		}
	}
}
