package main

import (
	"bytes"
	"crypto/rand"
	"encoding/csv"
	"fmt"
	"os"
	"path"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/site"
)

type sealCommand struct {
	where
	Place string `help:"只封存这个地方和它下面的" placeholder:"PATH"`
}

// Run seals what was posted. Where the data have errors nothing is written; an article's
// broken link is no reason to wait.
func (c *sealCommand) Run(t *terminal) error {
	opt, err := c.options(t)
	if err != nil {
		return err
	}
	opt.Place = placePath(c.Place)
	work, list, err := site.Read(opt)
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
	fmt.Fprintln(t.out, "请把 seals.csv 和 salts.csv 一起提交；重新生成网站后再印公示，纸上就有核对码")
	return nil
}

// seal seals what is due in one place. The salts are written first: if the second file
// cannot be written, the next run says so, and both are restored from the repository.
func seal(t *terminal, root *os.Root, proofs *proof.Proofs, p *ledger.Place) (int, error) {
	seals, salts, added, err := proofs.Of(p).Append(proofs.Day, rand.Reader)
	if err != nil || added == 0 {
		return 0, err
	}
	dir := path.Join("data", p.Path)
	if err := writeTable(root, path.Join(dir, "salts.csv"), saltRows(salts)); err != nil {
		return 0, err
	}
	if err := writeTable(root, path.Join(dir, "seals.csv"), sealRows(seals)); err != nil {
		return 0, err
	}
	for _, s := range seals[len(seals)-added:] {
		fmt.Fprintf(t.out, "%s %s：封存 %d 户，第 %d 号，核对码 %s\n", p.Path, s.Period, s.Households, s.No, proof.Code(s.Digest))
	}
	return added, nil
}

func sealRows(seals []*ledger.Seal) [][]string {
	rows := [][]string{{"序号", "周期", "日期", "户数", "摘要"}}
	for _, s := range seals {
		rows = append(rows, []string{
			strconv.Itoa(s.No), s.Period.String(), s.Date.String(), strconv.Itoa(s.Households), s.Digest,
		})
	}
	return rows
}

func saltRows(salts []*ledger.Salt) [][]string {
	rows := [][]string{{"序号", "户号", "盐", "私盐", "摘要"}}
	for _, s := range salts {
		rows = append(rows, []string{strconv.Itoa(s.No), s.Of, s.Salt, s.Private, s.Digest})
	}
	return rows
}

// writeTable writes a CSV file of data/ as Excel does, whole or not at all.
func writeTable(root *os.Root, name string, rows [][]string) error {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	if err := root.WriteFile(name+".tmp", b.Bytes(), 0o666); err != nil {
		return fmt.Errorf("写 %s：%w", name, err)
	}
	if err := root.Rename(name+".tmp", name); err != nil {
		return fmt.Errorf("写 %s：%w", name, err)
	}
	return nil
}
