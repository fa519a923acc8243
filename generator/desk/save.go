package desk

import (
	"cmp"
	"fmt"
	"net/http"

	"gongshi/generator/convert"
	"gongshi/generator/disk"
)

// check tells what would come of cells, and writes nothing.
func (d *Desk) check(in sheetEdit) (any, error) {
	d.lock.Lock()
	defer d.lock.Unlock()
	m, _, out, err := d.plan(in)
	if err != nil {
		return nil, err
	}
	work, list, err := d.look(m.Path, disk.File{Path: m.file(), Content: out.content})
	if err != nil {
		return nil, err
	}
	if m, err = monthOf(work, in.Place, in.Period); err != nil {
		return nil, err
	}
	return map[string]any{"problems": m.problems(list), "totals": m.totals()}, nil
}

// plan is a sheet's file as it is, and with the cells in it.
func (d *Desk) plan(in sheetEdit) (*month, []byte, *edited, error) {
	m, err := d.month(in.Place, in.Period)
	if err != nil {
		return nil, nil, nil, err
	}
	now, err := d.read(m.file())
	if err != nil {
		return nil, nil, nil, err
	}
	out, err := m.edit(now, in.Cells)
	return m, now, out, err
}

// save writes cells into a sheet's file, unless it is another by now.
func (d *Desk) save(in sheetEdit) (any, error) {
	d.lock.Lock()
	defer d.lock.Unlock()
	m, now, out, err := d.plan(in)
	switch {
	case err != nil:
		return nil, err
	case m.closed() != "":
		return nil, wrong(m.closed())
	case digest(now) != in.Digest:
		base, _ := d.bases.find(m.file(), in.Digest)
		d.bases.keep(m.file(), now)
		return nil, &refusal{http.StatusConflict, map[string]any{"digest": digest(now), "theirs": m.differences(base, now, in.Cells)}}
	}
	file := disk.File{Path: m.file(), Content: out.content}
	work, list, err := d.look(m.Path, file)
	if err != nil {
		return nil, err
	}
	then, err := monthOf(work, in.Place, in.Period)
	if err != nil {
		return nil, err
	}
	answer := map[string]any{"digest": in.Digest, "changes": []string{}, "problems": then.problems(list), "commit": ""}
	if len(out.changes) == 0 {
		return answer, nil
	}
	if err := d.write(map[string][]byte{file.Path: now}, []disk.File{file}, out.changes); err != nil {
		return nil, err
	}
	d.bases.keep(file.Path, file.Content)
	answer["digest"], answer["changes"] = digest(file.Content), out.changes
	if in.Commit && d.opt.Commit != nil {
		message := cmp.Or(in.Words, fmt.Sprintf("录入 %s评分 %d 户", convert.PeriodWords(m.period), households(in.Cells)))
		if answer["commit"], err = d.opt.Commit(message, []string{file.Path}); err != nil {
			answer["commit"] = ""
			answer["uncommitted"] = "已经存好，但改动记录没有提交：" + err.Error()
		}
	}
	return answer, nil
}

// households is of how many households cells are.
func households(cells []cell) int {
	of := map[string]bool{}
	for _, c := range cells {
		of[c.Household] = true
	}
	return len(of)
}
