package verify_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/oracle"
	"gongshi/generator/publish"
	"gongshi/generator/render"
	"gongshi/generator/sitetest"
	"gongshi/generator/verify"
)

// Any byte of a site that becomes another is found, though SHA256SUMS is made to fit it. The files
// are drawn evenly by what they are. 20 changes of the small sites take some seconds, 30 are made
// with GONGSHI_SITES=all, 40 with GONGSHI_SITES=thorough; with GONGSHI_TAMPER=all and -timeout 60m there are three runs of 320
// changes, of every village of the sample as a site of its own and of the sample as a whole.
func TestVerifyFindsAnyByte(t *testing.T) {
	runs, changes, sites := uint64(1), int(oracle.Thorough(20, 30, 40)), map[string]sitetest.Tree{}
	if all() {
		runs, changes = 3, 320
		for _, place := range villages(t) {
			sites[place] = alone(place, only)(t)
		}
		sites[""] = sitetest.Sample(t)
	} else {
		for place, make := range wholes {
			sites[place] = make(t)
		}
	}
	kinds := kindsOf(sites)
	t.Logf("%d kinds of files: %s", len(kinds), strings.Join(slices.Sorted(maps.Keys(kinds)), " "))
	for run := range runs {
		rng := rand.New(rand.NewPCG(run, 1))
		for n := range changes {
			at := draw(rng, kinds)
			if _, whole := sites[""][at.name]; whole && n%16 == 0 {
				at.site = ""
			}
			content := sites[at.site][at.name]
			i, by := rng.IntN(len(content)), byte(1+rng.IntN(255))
			t.Run(fmt.Sprintf("%d/%03d", run, n), func(t *testing.T) {
				t.Parallel()
				findsByte(t, sites[at.site], at.name, i, content[i]+by)
			})
		}
	}
}

// all reports whether a test is to try all, which takes long.
func all() bool { return os.Getenv("GONGSHI_TAMPER") == "all" }

// findsByte changes a byte of a file.
func findsByte(t *testing.T, of sitetest.Tree, name string, i int, to byte) {
	t.Helper()
	files := maps.Clone(of)
	was := files[name]
	files[name] = slices.Concat(was[:i], []byte{to}, was[i+1:])
	if name != publish.Manifest {
		files.Sum()
	}
	report, err := verify.Site(held(files), verify.Options{Theme: render.ThemeIn("")})
	if err != nil {
		return // it tells that this is no site
	}
	var said bytes.Buffer
	report.Write(&said)
	if len(report.Differences) == 0 {
		t.Errorf("%s: byte %d is %q, it was %q, and nobody sees it: …%s…\n%s", name, i, to, was[i], was[max(0, i-30):min(len(was), i+30)], &said)
	}
	named, err := publish.ReadManifest(files[publish.Manifest])
	sitetest.Must(t, err)
	for file := range files {
		if _, ok := named[file]; !ok && file != publish.Manifest && !strings.Contains(said.String(), file) {
			t.Errorf("%s is not in the manifest, and is not told of", file)
		}
	}
}

// file is a file of one of several sites.
type file struct{ site, name string }

// draw draws a kind, and a file of it.
func draw(rng *rand.Rand, kinds map[string][]file) file {
	list := kinds[slices.Sorted(maps.Keys(kinds))[rng.IntN(len(kinds))]]
	return list[rng.IntN(len(list))]
}

// kindsOf are the files of sites by their kinds; of the whole sample those alone of which the
// villages have none.
func kindsOf(sites map[string]sitetest.Tree) map[string][]file {
	kinds := make(map[string][]file)
	names := slices.Sorted(maps.Keys(sites))
	slices.Reverse(names) // the whole sample comes last
	for _, site := range names {
		of := make(map[string][]file)
		for _, name := range slices.Sorted(maps.Keys(sites[site])) {
			if content := sites[site][name]; len(content) > 0 {
				of[kindOf(name, content)] = append(of[kindOf(name, content)], file{site, name})
			}
		}
		for kind, list := range of {
			if site != "" || kinds[kind] == nil {
				kinds[kind] = append(kinds[kind], list...)
			}
		}
	}
	return kinds
}

var (
	bodyClass = regexp.MustCompile(`<body class="([a-z-]+)`)
	numbers   = regexp.MustCompile(`[0-9]+(-Q?[0-9]+)*|\.[0-9a-f]{8}\.`)
)

// kindOf is the kind of a file of a site: what a page is about, the name of any other without numbers.
func kindOf(name string, content []byte) string {
	switch ext := path.Ext(name); {
	case ext == ".md" || ext == ".webp":
		return ext
	case ext == ".html" && bodyClass.Match(content):
		return string(bodyClass.FindSubmatch(content)[1]) + ext
	case path.Base(name) == publish.Manifest:
		return publish.Manifest
	}
	return numbers.ReplaceAllString(path.Base(name), "#")
}

// villages are the places of the sample that seal.
func villages(t *testing.T) (list []string) {
	t.Helper()
	data := os.DirFS(filepath.Join(sitetest.Root(), "data"))
	sitetest.Must(t, fs.WalkDir(data, ".", func(name string, _ fs.DirEntry, err error) error {
		if path.Base(name) == "seals.csv" {
			list = append(list, path.Dir(name))
		}
		return err
	}))
	return list
}
