package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// LineDigest returns the digest of a salted line.
func LineDigest(salt, line string) string {
	digest := salted(nil, salt, []byte(line))
	return string(digest[:])
}

// salted is LineDigest with a buffer that it may use.
func salted(buffer []byte, salt string, line []byte) (digest [digestLength]byte) {
	buffer = append(append(append(buffer[:0], salt...), '\n'), line...)
	sum := sha256.Sum256(buffer)
	hex.Encode(digest[:], sum[:])
	return digest
}

// SealHead returns what the digest of a seal is taken of, before the digests of its lines.
func SealHead(version int, former string, s *ledger.Seal) string {
	return fmt.Sprintf("gongshi seal %d\n%s\n%d\n%s\n%s\n%d\n", version, former, s.No, s.Period, s.Date, s.Households)
}

// SealDigest returns the digest of a seal of a version after another, whose digest is former, or
// empty.
func SealDigest(version int, former string, s *ledger.Seal, lines []string) string {
	var b strings.Builder
	b.WriteString(SealHead(version, former, s))
	for _, digest := range slices.Sorted(slices.Values(lines)) {
		b.WriteString(digest + "\n")
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:])
}

// codeLength is how many digits of a seal's digest are on paper: 64 bits, which nobody matches by
// trying.
const codeLength = 16

// digestLength is how many digits a digest has.
const digestLength = 2 * sha256.Size

// Code returns the check code of a seal as it is on paper: 1a2b 3c4d 5e6f 7a8b.
func Code(digest string) string {
	return strings.Join([]string{digest[:4], digest[4:8], digest[8:12], digest[12:codeLength]}, " ")
}
