// Package desk uses the clerk's sheet of scores in a real browser: by keys, by an input method, by the
// clipboards of spreadsheets, and with files that change meanwhile.
package desk

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"gongshi/generator/desk/grid"
	"gongshi/generator/look"
)

func TestMain(m *testing.M) { look.Main(m) }

// A desk keeps one sheet in memory, and answers as the desk does.
type desk struct {
	mu      sync.Mutex
	sheet   grid.Sheet
	answer  int                  // the status of every answer from now on, 0 for what is right
	hold    map[string]chan bool // by path
	checks  int                  // how often it was asked to check
	saves   []change             // the last save
	totals  map[string]string    // what the check says that rows come to
	words   string               // … and its words
	pasted  []request            // every block that it was asked where it belongs
	laid    map[string]any       // … and its answer; empty: where it is put
	general []grid.Problem       // … and what it says of the whole sheet
	before  []grid.Row
	address string
	known   map[string][]grid.Row // what the file held, by its digest
}

type change struct{ Household, Item, Value string }

type request struct {
	Place, Period, Digest, Words, Household, Item string

	Cells  []change
	Commit bool
	Rows   [][]string
}

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if hold := d.holding(r.URL.Path); hold != nil {
		hold <- true
		<-hold
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	w.Header().Set("Content-Security-Policy", policy)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch r.URL.Path {
	case "/desk/":
		d.sheet.Digest = d.digest()
		d.known[d.sheet.Digest] = copied(d.sheet.Rows)
		_ = grid.Page(w, d.sheet)
	case "/desk/grid.js":
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = io.WriteString(w, grid.Script())
	case "/desk/grid.css":
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		_, _ = io.WriteString(w, grid.Style())
	case "/desk/api/check", "/desk/api/save", "/desk/api/undo", "/desk/api/paste":
		status, answer := d.api(strings.TrimPrefix(r.URL.Path, "/desk/api/"), r)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(answer)
	default:
		http.NotFound(w, r)
	}
}

// holding is where a request waits before it is answered, if it does.
func (d *desk) holding(path string) chan bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.hold[path]
}

func (d *desk) digest() string {
	text, _ := json.Marshal(d.sheet.Rows)
	return fmt.Sprintf("%x", sha256.Sum256(text))
}

func (d *desk) api(what string, r *http.Request) (status int, answer any) {
	type failure struct {
		Error string `json:"error"`
	}
	var asked request
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&asked); err != nil {
		return http.StatusBadRequest, failure{err.Error()}
	}
	switch {
	case r.Header.Get("X-Gongshi-Desk") != d.sheet.Token || r.Header.Get("Content-Type") != "application/json":
		return http.StatusForbidden, failure{"不是这一页发来的。"}
	case d.answer != 0:
		return d.answer, failure{"文件正被 Excel 打开着。"}
	case what == "check":
		d.checks++
		return http.StatusOK, map[string]any{"problems": append(problems(asked.Cells), d.general...), "totals": d.totals}
	case what == "paste":
		d.pasted = append(d.pasted, asked)
		return http.StatusOK, d.laid
	case what == "undo":
		d.sheet.Rows = copied(d.before)
		return http.StatusOK, map[string]any{"digest": d.digest()}
	case asked.Digest != d.digest():
		return http.StatusConflict, map[string]any{"digest": d.digest(), "theirs": d.theirs(asked)}
	}
	d.before = copied(d.sheet.Rows)
	d.saves, d.words = asked.Cells, asked.Words
	for _, c := range asked.Cells {
		d.put(c.Household, c.Item, c.Value)
	}
	d.known[d.digest()] = copied(d.sheet.Rows)
	return http.StatusOK, map[string]any{"digest": d.digest(), "changes": []string{}, "problems": problems(nil), "commit": ""}
}

// problems says something of each cell that holds 13, as the check might.
func problems(cells []change) []grid.Problem {
	list := []grid.Problem{}
	for _, c := range cells {
		if c.Value == "13" {
			list = append(list, grid.Problem{Household: c.Household, Item: c.Item, Severity: "warning", Text: "户号“" + c.Household + "”的“13”与上期相同"})
		}
	}
	return list
}

// put writes a cell as another program does, or a save.
func (d *desk) put(household, item, value string) {
	for _, row := range d.sheet.Rows {
		for i, it := range d.sheet.Items {
			if row.Household == household && it.Code == item {
				row.Cells[i] = value
			}
		}
	}
}

// outside writes a cell while pages are open.
func (d *desk) outside(household, item, value string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.put(household, item, value)
}

// theirs are the cells that changed in the file since a page was made.
func (d *desk) theirs(asked request) []map[string]string {
	list := []map[string]string{}
	base := d.known[asked.Digest]
	for r, row := range d.sheet.Rows {
		for i, item := range d.sheet.Items {
			if was := base[r].Cells[i]; row.Cells[i] != was {
				yours := was
				for _, c := range asked.Cells {
					if c.Household == row.Household && c.Item == item.Code {
						yours = c.Value
					}
				}
				list = append(list, map[string]string{"household": row.Household, "item": item.Code, "yours": yours, "theirs": row.Cells[i], "was": was})
			}
		}
	}
	return list
}

func copied(rows []grid.Row) []grid.Row {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].Cells = slices.Clone(rows[i].Cells)
	}
	return rows
}

// set changes the desk while pages ask it.
func (d *desk) set(change func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	change()
}

// cell is what the file holds.
func (d *desk) cell(household, item string) *string {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, row := range d.sheet.Rows {
		for i := range row.Cells {
			if row.Household == household && d.sheet.Items[i].Code == item {
				return &row.Cells[i]
			}
		}
	}
	return nil
}

func (d *desk) rows() (rows [][]string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, row := range d.sheet.Rows {
		rows = append(rows, slices.Clone(row.Cells))
	}
	return rows
}
