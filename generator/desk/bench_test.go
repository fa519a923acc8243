package desk

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// A month of 18 items, half of it filled in, beside three months that are: a save with its check, and the page.
func BenchmarkSheet(b *testing.B) {
	for _, households := range []int{300, 3000} {
		d, dir := open(b, large(households))
		b.Run(fmt.Sprint("save", households), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				in := saving(text(b, dir, sheet), cell{"0007", "项目3", fmt.Sprint(i % 5)}, cell{"0123", "项目17", fmt.Sprint(i % 6)})
				var got told
				if code := post(b, d, "/desk/api/save", in, &got); code != http.StatusOK {
					b.Fatal(code, got.Error)
				}
			}
		})
		b.Run(fmt.Sprint("check", households), func(b *testing.B) {
			for b.Loop() {
				var got told
				if code := post(b, d, "/desk/api/check", saving("", cell{"0007", "项目3", "99"}), &got); code != http.StatusOK || len(got.Problems) == 0 {
					b.Fatal(code, got)
				}
			}
		})
		b.Run(fmt.Sprint("page", households), func(b *testing.B) {
			for b.Loop() {
				if w := get(d, "/desk/scores?place=v&period=2026-04"); w.Code != http.StatusOK {
					b.Fatal(w.Body)
				}
			}
		})
		b.Run(fmt.Sprint("home", households), func(b *testing.B) {
			for b.Loop() {
				if w := get(d, "/desk/"); w.Code != http.StatusOK {
					b.Fatal(w.Body)
				}
			}
		})
	}
}

func large(households int) map[string]string {
	rules := "effective = 2026-01-01\n[[category]]\nid = \"c\"\nname = \"卫生\"\n"
	head := "户号"
	for i := range 18 {
		rules += fmt.Sprintf("[[category.item]]\nid = \"i%d\"\nname = \"项目%d\"\npoints = 10\n", i, i)
		head += fmt.Sprintf(",项目%d", i)
	}
	var list, full, half strings.Builder
	list.WriteString("户号,户主\n")
	full.WriteString(head + "\n")
	half.WriteString(head + "\n")
	for h := range households {
		fmt.Fprintf(&list, "%04d,示例\n", h)
		fmt.Fprintf(&full, "%04d%s\n", h, strings.Repeat(",5", 18))
		fmt.Fprintf(&half, "%04d%s\n", h, strings.Repeat(",5", 18*(h%2)))
	}
	files := map[string]string{"data/v/scheme/a.toml": rules, "data/v/households.csv": list.String(), sheet: half.String()}
	for m := 1; m < 4; m++ {
		files[fmt.Sprintf("data/v/scores/2026-%02d.csv", m)] = full.String()
	}
	return files
}

// A meeting to which every household came: what would be written, before it is.
func BenchmarkMeeting(b *testing.B) {
	for _, households := range []int{300, 3000} {
		files := large(households)
		files["data/v/scheme/a.toml"] += "[[event]]\nid = \"deed\"\nname = \"好人好事\"\npoints = 2\n"
		d, _ := open(b, files)
		in := filled{Place: "v", Fields: fields("kind", "好人好事", "date", "2026-04-18")}
		for h := range households {
			in.Fields["household"] = append(in.Fields["household"], fmt.Sprintf("%04d", h))
		}
		b.Run(fmt.Sprint(households), func(b *testing.B) {
			for b.Loop() {
				var got preview
				if post(b, d, "/desk/api/event", in, &got); !got.Ready || len(got.Changes) != households {
					b.Fatal(got.Error, got.Problems)
				}
			}
		})
	}
}
