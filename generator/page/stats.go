package page

import "gongshi/generator/ledger"

// ratio is n ÷ of in percent with one decimal, "" where there is nothing to divide by.
func ratio(n, of int) string {
	if of == 0 {
		return ""
	}
	return ledger.Points(n*100).Exact().MulDiv(100, int64(of)).Round(1).Text(1)
}
