// Release makes the program's archives for every system, with their checksums:
//
//	go run ./generator/release 1.2.0
//
// From the same commit, with the same version of Go and the same theme files, an archive is the
// same to the byte, on whatever machine and in whatever folder it is made: anybody can make it
// again and compare. Nothing is compressed by UPX, which scanners take for malware.
//
// GoReleaser can do all this and much more, but the tool has some 600 modules, needs a tag and a
// configuration, and could not write the Windows resources without a second tool.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/sync/errgroup"
)

// target is a system and a processor, as Go names them.
type target struct{ os, arch string }

// targets include 32-bit Windows, for old computers in villages, and the processors of the
// Chinese Linuxes.
var targets = []target{
	{"windows", "amd64"}, {"windows", "386"}, {"windows", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"linux", "amd64"}, {"linux", "arm64"}, {"linux", "loong64"},
}

// release is what all archives of one release share.
type release struct {
	Version string   `arg:"" help:"such as 1.2.0"`
	Output  string   `help:"where archives are written" default:"dist" placeholder:"DIR"`
	Only    []string `help:"these systems alone" placeholder:"OS/ARCH,…"`

	root    string    // of the repository
	commit  string    // from which it is built
	made    time.Time // the commit's, the time of every file in an archive
	changed bool      // since that commit
	share   int       // processors for each archive
}

var form = regexp.MustCompile(`^\d+\.\d+\.\d+(-[0-9a-z.]+)?$`)

func main() {
	var r release
	kong.Parse(&r, kong.Name("release"), kong.Description("Makes the program's archives for every system."))
	if err := r.run(); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func (r *release) run() error {
	if !form.MatchString(r.Version) {
		return fmt.Errorf("version %q must be like 1.2.0", r.Version)
	}
	chosen, err := choose(r.Only)
	if err != nil {
		return err
	}
	if err := r.look(); err != nil {
		return err
	}
	if err := os.MkdirAll(r.Output, 0o777); err != nil {
		return err
	}
	names, err := r.archives(chosen)
	if err != nil {
		return err
	}
	return checksums(r.Output, names)
}

// archives writes the archives of targets, as many at once as there are processors: within one,
// most packages wait for another.
func (r *release) archives(chosen []target) ([]string, error) {
	names, errs := make([]string, len(chosen)), make([]error, len(chosen))
	processors := runtime.GOMAXPROCS(0)
	r.share = max(1, processors/len(chosen))
	var work errgroup.Group
	work.SetLimit(processors)
	for i, t := range chosen {
		work.Go(func() error {
			began := time.Now()
			name, size, err := r.archive(t)
			if err != nil {
				errs[i] = fmt.Errorf("%s/%s: %w", t.os, t.arch, err)
				return nil
			}
			names[i] = name
			fmt.Printf("%-40s %5.1f MB  %4.1f s\n", name, float64(size)/1e6, time.Since(began).Seconds())
			return nil
		})
	}
	work.Wait()
	return names, errors.Join(errs...)
}

// choose returns the targets with the given names, or all.
func choose(names []string) ([]target, error) {
	if len(names) == 0 {
		return targets, nil
	}
	var chosen []target
	for _, name := range names {
		system, arch, _ := strings.Cut(name, "/")
		t := target{system, arch}
		if !slices.Contains(targets, t) {
			return nil, fmt.Errorf("there is no release for %q", name)
		}
		chosen = append(chosen, t)
	}
	return chosen, nil
}

// look finds out what is released, and prints what may be surprising about it.
func (r *release) look() (err error) {
	if r.root, err = output("go", "list", "-m", "-f", "{{.Dir}}"); err != nil {
		return err
	}
	head, err := output("git", "-C", r.root, "log", "-1", "--format=%H %ct")
	if err != nil {
		return err
	}
	var seconds int64
	if _, err := fmt.Sscan(head, &r.commit, &seconds); err != nil {
		return err
	}
	r.made = time.Unix(seconds, 0).UTC()
	changes, err := output("git", "-C", r.root, "status", "--porcelain")
	if err != nil {
		return err
	}
	if r.changed = changes != ""; r.changed {
		fmt.Println("note: some files are not committed; the program will say so")
	}
	if !r.charts() {
		fmt.Println("note: without interactive charts; npm ci --omit=dev --prefix themes brings them")
	}
	return nil
}

// output returns what a command prints, without the final line break.
func output(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", strings.Join(cmd.Args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
