package main

import (
	"crypto/rand"
	"fmt"
	"os"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/write"
)

type sealCommand struct {
	where
	Place string `help:"只封存这个地方和它下面的" placeholder:"PATH"`
}

// Run seals what was posted. Where the data have errors nothing is written; an article's
// broken link is no reason to wait.
func (c *sealCommand) Run(t *terminal) error {
	work, list, err := c.read(t, c.Place)
	if err != nil {
		return err
	}
	if work.Proofs == nil {
		writeText(t.err, list)
		fmt.Fprintln(t.err, countLine(list)+"；没有封存")
		return errData
	}
	root, err := os.OpenRoot(c.Source)
	if err != nil {
		return err
	}
	defer root.Close()
	sealed := 0
	for _, p := range work.Book.Places {
		n, err := seal(t, root, work.Proofs, p)
		if err != nil {
			return err
		}
		sealed += n
	}
	if sealed == 0 {
		fmt.Fprintln(t.out, "没有要封存的公示")
		return nil
	}
	fmt.Fprintln(t.out, "请把 seals.csv 和 salts.csv 一起留好，用 git 的一起提交；重新生成网站后再印公示，纸上就有核对码")
	return nil
}

// seal seals what is due in one place. The two files are changed together or not at all.
func seal(t *terminal, root *os.Root, proofs *proof.Proofs, p *ledger.Place) (int, error) {
	seals, salts, added, err := proofs.Of(p).Append(proofs.Day, rand.Text)
	if err != nil || added == 0 {
		return 0, err
	}
	files := []disk.File{
		{Path: proof.SaltsFile(p), Content: write.Salts(salts).Excel()},
		{Path: proof.SealsFile(p), Content: write.Seals(seals).Excel()},
	}
	if err := disk.Replace(root, files...); err != nil {
		return 0, fmt.Errorf("%s 没有封存，两个文件都没有改动：%w；然后再封存一次", p.Path, err)
	}
	for _, s := range seals[len(seals)-added:] {
		fmt.Fprintf(t.out, "%s %s：封存 %d 户，第 %d 号，核对码 %s\n", p.Path, s.Period, s.Households, s.No, proof.Code(s.Digest))
	}
	return added, nil
}
