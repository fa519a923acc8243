package site

import (
	"path/filepath"

	"gongshi/generator/diag"
	"gongshi/generator/publish"
)

// cutOff tells what was found of a build before this one that was cut off.
func cutOff(found publish.Found, output string) diag.List {
	if found == publish.Nothing {
		return nil
	}
	d := diag.Diagnostic{Position: diag.At(filepath.Base(output), 0, 0), Severity: diag.Note, Code: "cut-off"}
	switch found {
	case publish.Undone:
		d.Message, d.Hint = "上一次生成没有做完就断了，那时网页还没有改动；留下的临时文件已经删去", "不必改"
	case publish.Finished:
		d.Message, d.Hint = "上一次更新网页做到一半断了，新旧网页并存过；剩下的已经接着做完", "不必改"
	default:
		d.Message, d.Hint = "上一次更新网页做到一半断了，有些新网页没有存到磁盘上，现在新旧网页并存", "这一次生成成功，就补齐了；有错误的，改好再生成"
	}
	return diag.List{d}
}
