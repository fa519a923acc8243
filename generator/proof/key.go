package proof

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"io"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

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
