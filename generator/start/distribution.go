package start

import (
	"fmt"
	"path"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
)

// Distribution shares a sum of yuan out among a place's households, by shares and by points.
func Distribution(p *ledger.Place, year int, amount, weight ledger.Points, day ledger.Date) disk.File {
	return text(path.Join("data", p.Path, "distributions", fmt.Sprint(year)+".toml"), map[string]any{
		"Year": year, "Name": p.Name,
		"Amount": amount, "Weight": weight, "Day": day,
	}, "distribution.toml")
}
