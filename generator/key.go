package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"gongshi/generator/proof"
	"gongshi/generator/site"
)

// keyVariable holds the text of a key where no file is named.
const keyVariable = "GONGSHI_KEY"

// signing is the flag of the commands that sign checkpoints.
type signing struct {
	Key string `help:"用这个文件里的私钥签检查点；也可把私钥放在环境变量 GONGSHI_KEY 里" placeholder:"FILE" type:"existingfile"`
}

// sign lets the checkpoints be signed, if a key is given.
func (s signing) sign(opt *site.Options) error {
	secret := os.Getenv(keyVariable)
	if s.Key != "" {
		text, err := os.ReadFile(s.Key)
		if err != nil {
			return err
		}
		secret = string(text)
	}
	if secret == "" {
		return nil
	}
	var err error
	opt.Key, err = proof.ReadKey(secret)
	return err
}

type keyCommand struct {
	Name string `arg:"" name:"名称" help:"签名人的名称，如网站的域名；不能有空格和 +"`
	File string `arg:"" name:"文件" help:"私钥写到这个文件；不要放进网站文件夹"`
}

// Run makes a key. It never overwrites a file.
func (c *keyCommand) Run(t *terminal) error {
	secret, public, err := proof.NewKey(rand.Reader, c.Name)
	if err != nil {
		return err
	}
	err = writeNew(c.File, []byte(secret+"\n"), 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s 已经有了，不会覆盖；换一个文件名", c.File)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(t.out, "私钥在 %s，请妥善保管。公钥可以公布：\n%s\n", c.File, public)
	return nil
}
