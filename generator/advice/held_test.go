package advice

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
	"gongshi/generator/site"
)

// naming are the codes of files and folders that are not read.
var naming = []string{"file-name", "folder-name", "misplaced-file", "copied-file", "unknown-file", "unknown-folder"}

// gone fails where the problem is told as often as before, or where a file that was moved or renamed is
// refused under its new name.
func (t *trial) gone(before, told diag.List) error {
	if n := t.times(told); n > 0 && n >= t.times(before) {
		return errors.New("is told again")
	}
	for _, d := range told {
		if t.to != "" && slices.Contains(naming, d.Code) && (d.File == t.to || strings.HasPrefix(d.File, t.to+"/")) {
			return fmt.Errorf("leads to %s: %s [%s] %s", d.Position, d.Text(), d.Code, d.Hint)
		}
	}
	return nil
}

// times is how many places of the problem's file have it.
func (t *trial) times(list diag.List) int {
	n := 0
	for _, d := range list {
		if d.Code == t.d.Code && d.Message == t.d.Message && d.File == t.d.File {
			n += max(1, len(d.Spots))
		}
	}
	return n
}

// edit is what stood somewhere, and what the advice put there: a value, or a file's name.
type edit struct {
	was, is string
	name    bool
}

var (
	copied = regexp.MustCompile(`(?i)(?:\(\d+\)|(?:副本|copy)\s*(?:\(?\d+\)?)?|^复件\s*(?:\(\d+\))?)`)
	year   = regexp.MustCompile(`\d{4}`)
	figure = regexp.MustCompile(`\d+`)
	hanzi  = regexp.MustCompile(`[一二两三四五六七八九十]+`)
	loss   = regexp.MustCompile(`[-－−–—扣减罚负]`)
)

// figures are the numbers of a text in order, without the zeros in front.
func figures(text string) []string {
	text = hanzi.ReplaceAllStringFunc(width.Narrow.String(text), arabic)
	list := figure.FindAllString(text, -1)
	for i, n := range list {
		if list[i] = strings.TrimLeft(n, "0"); list[i] == "" {
			list[i] = "0"
		}
	}
	return list
}

// arabic is a numeral below 100.
func arabic(s string) string {
	digits := map[rune]int{'一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	n := 0
	for _, r := range s {
		switch {
		case r != '十':
			n += digits[r]
		case n == 0:
			n = 10
		default:
			n *= 10
		}
	}
	return strconv.Itoa(n)
}

// kept fails where the advice put other figures there than were typed. It may put zeros back, take
// signs and words away that are none of the number, turn 万 and % into what they mean, and read what
// can be read in several ways if it says how it reads it (如果).
func (e edit) kept(words string) error {
	if e.name {
		e.was, e.is = copied.ReplaceAllString(e.was, ""), copied.ReplaceAllString(e.is, "")
		if !figure.MatchString(e.is) && !year.MatchString(e.was) {
			return nil // scheme1 is no period
		}
	}
	was, is := figures(e.was), figures(e.is)
	switch {
	case slices.Equal(was, is):
	case strings.TrimLeft(strings.Join(figure.FindAllString(e.narrow(), -1), ""), "0") == strings.TrimLeft(strings.Join(figure.FindAllString(e.is, -1), ""), "0"):
	case scaled(e.narrow(), e.is), equal(strings.Trim(e.was, `"`), e.is):
	case strings.HasPrefix(words, "如果"), strings.HasPrefix(words, "只填后一项"):
	default:
		return fmt.Errorf("makes %q of %q", e.is, e.was)
	}
	if minus := strings.HasPrefix(strings.TrimPrefix(e.is, `"`), "-"); !e.name && minus && !loss.MatchString(e.was) {
		return fmt.Errorf("makes %q of %q, which takes nothing away", e.is, e.was)
	}
	return nil
}

func (e edit) narrow() string { return width.Narrow.String(e.was) }

// equal reports whether two numbers are one, as 3.0 and 3 are.
func equal(a, b string) bool {
	x, ok := new(big.Rat).SetString(a)
	y, too := new(big.Rat).SetString(b)
	return ok && too && x.Cmp(y) == 0
}

var scale = regexp.MustCompile(`^"?([\d.,]+)\s*(万|%|元)`)

// scaled reports whether a value is what was typed in 万, in %, or in 元 for a column in 万元.
func scaled(was, is string) bool {
	m := scale.FindStringSubmatch(was)
	if m == nil {
		return false
	}
	n, ok := new(big.Rat).SetString(strings.ReplaceAll(m[1], ",", ""))
	by, _ := new(big.Rat).SetString(map[string]string{"万": "10000", "%": "1/100", "元": "1/10000"}[m[2]])
	got, isNumber := new(big.Rat).SetString(is)
	return ok && isNumber && n.Mul(n, by).Cmp(got) == 0
}

// others fails where following the advice on a file of one period gave another one other figures
// than it has without that file.
func (t *trial) others(work string, after site.Work) error {
	file := cmp.Or(t.to, t.d.File)
	period, ok := ledger.ParsePeriod(strings.TrimSuffix(path.Base(file), path.Ext(file)))
	several := slices.ContainsFunc(t.d.Spots, func(s diag.Spot) bool { return s.File != t.d.File })
	if !ok || several || !slices.Contains([]string{"scores", "declared", "notices"}, path.Base(path.Dir(file))) {
		return nil
	}
	if err := os.RemoveAll(t.path(file)); err != nil {
		return err
	}
	without, _, err := t.check(work)
	if err != nil {
		return err
	}
	return sameFigures(without, after, func(t *score.Table) bool { return t.Period != period && !t.Sums })
}

// sameFigures fails where a period that both sites have has other figures.
func sameFigures(before, after site.Work, of func(*score.Table) bool) error {
	if before.Standings == nil || after.Standings == nil {
		return nil
	}
	was, is := shown(before, of), shown(after, of)
	for at, figure := range was {
		if got, ok := is[at]; ok && got != figure {
			return fmt.Errorf("%s: %s, was %s", at, got, figure)
		}
	}
	return nil
}

// shown are a site's figures that do not rest on other periods, and its ranks.
func shown(w site.Work, of func(*score.Table) bool) map[string]string {
	all := map[string]string{}
	for _, p := range w.Book.Places {
		standing := w.Standings.Of(p)
		for _, b := range standing.Balances {
			all[path.Join(p.Path, "balance", b.Household.ID)] = fmt.Sprint(b.Earned, b.Redeemed, b.Left)
		}
		for _, d := range standing.Distributions {
			for _, x := range d.Parts {
				all[path.Join(p.Path, "part", x.Household.ID)] = fmt.Sprint(x.Amount)
			}
		}
		for _, t := range standing.Tables {
			for _, r := range t.Rows {
				if of(t) {
					all[path.Join(p.Path, t.Period.String(), r.Household.ID)] = fmt.Sprint(r.Shown.Categories, r.Shown.Total, r.Rank)
				}
			}
		}
	}
	return all
}
