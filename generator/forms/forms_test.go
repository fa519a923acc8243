package forms

import (
	"slices"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/oracle"
	"gongshi/generator/proof"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// published are the places of a random site as they are published, who did not agree left out.
func published(t *testing.T, seed uint64) []*gazette.Place {
	t.Helper()
	book, list, err := source.Read(oracle.RandomSite(seed), "")
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	book.Config.Privacy.Consent = ledger.ConsentOmit
	day := book.Config.Date
	standings, _ := score.Of(book, notice.AsOf(book, day, false))
	proofs, _ := proof.Of(book, proof.Options{Day: day, Standings: standings})
	return gazette.Of(book, standings, proofs, gazette.Choices{Day: day, Still: true}).Places
}

// Paper that lies about has whom the site lists, each once, and what may be seen of the rules,
// each once; sensitive items and events are on none of it.
func TestFormsHaveWhatIsPublished(t *testing.T) {
	forms, hidden, sensitive := 0, 0, 0
	for seed := range uint64(60) {
		for _, p := range published(t, seed) {
			if !p.Keeps || p.InForce == nil {
				continue
			}
			forms++
			var want, got []string
			for _, c := range p.InForce.Categories {
				for _, item := range c.Items {
					if gazette.Hidden(item) {
						hidden++
						continue
					}
					want = append(want, c.Name+"/"+item.Name)
				}
			}
			if v := VisitOf(p); v != nil {
				got = columns(t, v)
				checkWho(t, p, v)
			}
			same(t, "columns", want, got)
			d := DeclarationOf(p)
			got = nil
			for _, c := range d.Categories {
				for _, i := range c.Items {
					got = append(got, c.Name+"/"+i.Name)
				}
			}
			same(t, "declared", want, got)
			for _, e := range d.Additions {
				if k := p.InForce.EventKind(e.Name); k.Sensitive {
					t.Errorf("seed %d: %s is sensitive", seed, e.Name)
				}
			}
			for _, k := range p.InForce.Events {
				if k.Sensitive {
					sensitive++
				}
			}
		}
	}
	if forms < 60 || hidden == 0 || sensitive == 0 {
		t.Errorf("%d places, %d hidden items, %d sensitive events", forms, hidden, sensitive)
	}
}

// columns are the items of a sheet, each below its category.
func columns(t *testing.T, v *Visit) (list []string) {
	t.Helper()
	for _, p := range v.Parts {
		if len(p.Items) > mostColumns {
			t.Errorf("%d columns beside one another", len(p.Items))
		}
		i := 0
		for _, c := range p.Categories {
			for range c.Items {
				list = append(list, c.Name+"/"+p.Items[i].Name)
				i++
			}
		}
		if i != len(p.Items) {
			t.Errorf("%d of %d items have a category", i, len(p.Items))
		}
	}
	return list
}

func checkWho(t *testing.T, p *gazette.Place, v *Visit) {
	t.Helper()
	var want, got []string
	if latest := p.Latest(); latest != nil {
		for _, r := range latest.Rows {
			want = append(want, r.ID+" "+r.Name)
		}
	}
	for _, g := range v.Groups {
		for _, w := range g.Households {
			got = append(got, w.ID+" "+w.Name)
		}
	}
	same(t, "households", want, got)
	if len(v.Empty) == 0 {
		t.Error("no empty line")
	}
}

func same(t *testing.T, what string, want, got []string) {
	t.Helper()
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}
