package scan

import "strings"

// Quote is a text as a cell in quotation marks.
func Quote(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// Plain is a text as a cell: in quotation marks only where it needs them.
func Plain(text, sep string) string {
	if strings.ContainsAny(text, "\"\r\n") || strings.Contains(text, sep) {
		return Quote(text)
	}
	return text
}

// Lines are rows as the text of a table.
func Lines(rows [][]string, sep, end string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteString(sep)
			}
			b.WriteString(Plain(cell, sep))
		}
		b.WriteString(end)
	}
	return b.String()
}

// Excel are rows as Excel saves them: UTF-8 with BOM, commas, CRLF.
func Excel(rows ...[]string) []byte { return []byte("\ufeff" + Lines(rows, ",", "\r\n")) }
