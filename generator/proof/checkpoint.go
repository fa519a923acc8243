package proof

import (
	"cmp"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// Checkpoint is how far a place's chain reached.
type Checkpoint struct {
	Place string // its path
	Count int
	Head  string
	Date  string
}

// origin begins the first line of a checkpoint.
const origin = "gongshi/"

// CheckpointText returns how far the chain reached on the day, as it is published; "" if nothing is
// sealed.
func (c *Chain) CheckpointText() string { return cmp.Or(c.signed, c.unsigned()) }

func (c *Chain) unsigned() string {
	if len(c.Seals) == 0 {
		return ""
	}
	head := c.Seals[len(c.Seals)-1]
	return fmt.Sprintf("%s%s\n%d\n%s\n%s\n", origin, c.Place.Path, head.No, head.Digest, head.Date)
}

// ParseCheckpoint reads a checkpoint, signed or not. It does not check signatures.
func ParseCheckpoint(text string) (Checkpoint, error) {
	body, _, _ := strings.Cut(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n")
	lines := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], origin) {
		return Checkpoint{}, errors.New("不是检查点：应有四行，地方、封存数、链首摘要、日期")
	}
	count, err := strconv.Atoi(lines[1])
	if err != nil || count < 1 {
		return Checkpoint{}, fmt.Errorf("检查点第 2 行“%s”应是封存数", lines[1])
	}
	if len(lines[2]) != digestLength || strings.Trim(lines[2], "0123456789abcdef") != "" {
		return Checkpoint{}, fmt.Errorf("检查点第 3 行“%s”应是 64 位摘要", lines[2])
	}
	return Checkpoint{strings.TrimPrefix(lines[0], origin), count, lines[2], lines[3]}, nil
}

// Key signs checkpoints.
type Key struct {
	note.Signer
	Public string // for verifiers: <name>+<hash>+<key>
}

// NewKey makes a key of that name and returns the secret text to keep and the public one to
// publish. It refuses a name that a signed note cannot have: an empty one, and one with blanks or
// "+".
func NewKey(chance io.Reader, name string) (secret, public string, err error) {
	secret, public, err = note.GenerateKey(chance, name)
	if err != nil {
		return "", "", err
	}
	if signer, err := note.NewSigner(secret); err != nil || signer.Name() != name {
		return "", "", errors.New("名称“" + name + "”：不能为空，不能有空格和 +；例如用网站的域名")
	}
	return secret, public, nil
}

// ReadKey reads the secret text of a key (golang.org/x/mod/sumdb/note).
func ReadKey(secret string) (*Key, error) {
	secret = strings.TrimSpace(secret)
	signer, err := note.NewSigner(secret)
	if err != nil {
		return nil, errors.New("不是签名用的私钥：应是以 PRIVATE+KEY+ 开头的一行，由 gongshi key 生成")
	}
	// NewSigner has checked the form: PRIVATE+KEY+<name>+<hash>+<algorithm and seed>.
	parts := strings.SplitN(secret, "+", 5)
	seed, _ := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	public, err := note.NewEd25519VerifierKey(signer.Name(), ed25519.NewKeyFromSeed(seed[1:]).Public().(ed25519.PublicKey))
	return &Key{signer, public}, err
}

// Sign signs every checkpoint with a key; without one they stay unsigned.
func (p *Proofs) Sign(key *Key) error {
	if key == nil {
		return nil
	}
	p.Key = key.Public
	for _, c := range p.byPlace {
		text := c.unsigned()
		if text == "" {
			continue
		}
		signed, err := note.Sign(&note.Note{Text: text}, key)
		if err != nil {
			return err
		}
		c.signed = string(signed)
	}
	return nil
}

// CheckKey returns what is wrong with the public text of a key, if anything is.
func CheckKey(public string) error {
	if _, err := note.NewVerifier(strings.TrimSpace(public)); err != nil {
		return errors.New("不是公钥：应是“名称+号码+密钥”一行")
	}
	return nil
}

// Signed reports whether a text with the signature of the key with that public text is unchanged.
func Signed(text, public string) error {
	verifier, err := note.NewVerifier(strings.TrimSpace(public))
	if err != nil {
		return err
	}
	_, err = note.Open([]byte(text), note.VerifierList(verifier))
	return err
}
