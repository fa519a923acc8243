package broadcast

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/oracle"
	"gongshi/generator/proof"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// published is what is published of a random site.
func published(t *testing.T, seed uint64, privacy ledger.Privacy) *gazette.Site {
	t.Helper()
	book, list, err := source.Read(oracle.RandomSite(seed), "")
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	book.Config.Privacy = privacy
	day := book.Config.Date
	states := notice.AsOf(book, day, false)
	standings, _ := score.Of(book, states)
	proofs, _ := proof.Of(book, proof.Options{Day: day, Standings: standings})
	return gazette.Of(book, standings, proofs, gazette.Choices{Day: day, Still: true})
}

// texts are all texts within some lines.
func texts(list []gazette.Phrase) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintln(&b, p.Key, p.Args)
	}
	return b.String()
}

const planted = "zqx"

// plant gives every household of a table another name and number, and every figure of its own
// another value; those that the message may name are told.
func plant(t *gazette.Table) (named map[string]bool) {
	named = make(map[string]bool)
	for i, r := range t.Rows {
		r.ID, r.Name, r.Group = fmt.Sprintf("%s%d", planted, i), planted+"户主", planted+"组"
		r.Deductions, r.Shown.Deductions = r.Deductions.Add(ledger.Points(777).Exact()), 77777
		if t.Places != nil && t.State.Status == gazette.Final && r.Level == t.Scheme.Honours.Levels[0] {
			named[r.ID] = true
		}
	}
	for i := range t.Notice.Objections {
		t.Notice.Objections[i].ID, t.Notice.Objections[i].Answer = planted, planted
	}
	return named
}

// checkPicture: beside those whom the message names, a picture has of every household that is listed its number, the
// figure by which it is ranked and its rank, once, and no more.
func checkPicture(t *testing.T, table *gazette.Table, named map[string]bool) {
	t.Helper()
	m, rows := PictureOf(table), 0
	for _, word := range strings.FieldsFunc(texts(append(append(m.About, m.Until), m.Ways...)), func(r rune) bool { return strings.ContainsRune(" 、[]\n", r) }) {
		if strings.HasPrefix(word, planted) && !named[word] && word != planted+"户主" {
			t.Errorf("%s: the picture names %s", table.Period, word)
		}
	}
	for _, b := range m.Boards {
		for _, line := range b.Lines {
			id, figures, _ := strings.Cut(line, ",")
			at := slices.IndexFunc(table.Rows, func(r *gazette.Row) bool { return r.ID == id })
			if at < 0 {
				t.Fatalf("%s: the picture lists %q", table.Period, id)
			}
			r := table.Rows[at]
			points, decimals := table.Ranking(r), table.Scheme.RankDecimals()
			if want := fmt.Sprint(points.Text(decimals), ",", r.Rank); figures != want || r.Organisation != b.Organisations {
				t.Errorf("%s: the picture says %q, want %q", table.Period, line, want)
			}
			rows++
		}
		if got := len(b.Lines) + b.Omitted; got != table.Boards[0].All && got != table.Boards[1].All {
			t.Errorf("%s: a board of %d", table.Period, got)
		}
	}
	if rows != len(table.Rows) {
		t.Errorf("%s: %d rows of %d", table.Period, rows, len(table.Rows))
	}
}

// Whatever households are called, and whatever they lost, the script is the same; the message and the picture
// differ only by those of the first band of awarded honours, and the picture by numbers.
func TestNobodyElseIsNamed(t *testing.T) {
	tables, some := 0, 0
	for seed := range uint64(60) {
		privacy := ledger.Privacy{Consent: []ledger.Consent{ledger.ConsentNumber, ledger.ConsentOmit, ledger.ConsentIgnore}[seed%3]}
		for _, p := range published(t, seed, privacy).Places {
			for _, table := range p.Tables {
				before := Script(table)
				named := plant(table)
				if after := Script(table); !reflect.DeepEqual(before, after) || strings.Contains(texts(after), planted) {
					t.Errorf("seed %d, %s: the script tells of a household: %s", seed, table.Period, texts(after))
				}
				message := texts(Message(table, "https://a.example/x/"))
				for _, word := range strings.FieldsFunc(message, func(r rune) bool { return strings.ContainsRune(" 、[]\n", r) }) {
					if strings.HasPrefix(word, planted) && !named[word] && word != planted+"户主" {
						t.Errorf("seed %d, %s: the message names %s: %s", seed, table.Period, word, message)
					}
				}
				checkPicture(t, table, named)
				if tables++; strings.Contains(message, planted) {
					some++
				}
			}
		}
	}
	if tables < 200 || some < 3 {
		t.Errorf("only %d tables, %d of them with honours that are told", tables, some)
	}
}
