package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"gongshi/generator/disk"
	"gongshi/generator/pack"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

// packing is a request for a backup.
type packing struct {
	Place string `json:"place"`
}

// backup answers with the pack of a village, as gongshi pack makes it, for the browser to keep; nothing is written
// here.
func (d *Desk) backup(in packing) (any, error) {
	if in.Place == "" {
		return nil, wrong("没有写是哪个村。")
	}
	d.lock.Lock()
	defer d.lock.Unlock()
	opt := d.opt.Site
	opt.Place, opt.Figures, opt.NoHistory = in.Place, false, d.noHistory
	work, list, err := site.Read(opt)
	if err != nil {
		return nil, err
	}
	p := work.Book.Place(in.Place)
	if p == nil {
		return nil, wrong("没有这个村。")
	}
	if errors := len(list.Errors()); errors > 0 { // nobody could take it in
		return nil, wrong(fmt.Sprintf("没有备份：资料里有 %d 处错误，改好再备份，不然恢复不了。急着备份的，把整个文件夹拷一份。", errors))
	}
	files, err := d.packed(p.Path)
	if err != nil {
		return nil, err
	}
	bundle, err := pack.Write(pack.Of(p.Path, p.Name, work.History), work.Day, files)
	if err != nil {
		return nil, err
	}
	return map[string]any{"name": pack.Name(p.Path, work.Day), "content": bundle, "digest": filesDigest(files)}, nil
}

// kept is word of a backup that the browser has.
type kept struct {
	Place  string `json:"place"`
	Digest string `json:"digest"` // of its files, as the backup came with it
}

// kept counts a backup, which does not count before the browser has it.
func (d *Desk) kept(in kept) (any, error) {
	d.lock.Lock()
	defer d.lock.Unlock()
	d.backups[in.Place] = in.Digest
	return map[string]any{}, nil
}

// packed are the files of a village's pack.
func (d *Desk) packed(place string) ([]disk.File, error) {
	folder := source.Dir(d.opt.Site.Source)
	defer folder.Close()
	files, _, err := pack.Collect(folder, place)
	return files, err
}

// filesDigest changes when a file does.
func filesDigest(files []disk.File) string {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s\n%d\n", f.Path, len(f.Content))
		sum.Write(f.Content)
	}
	return hex.EncodeToString(sum.Sum(nil))
}
