// Advisories asks whether something is known of what the program and its pages are made of:
//
//	go run ./generator/advisories
//
// It runs govulncheck on the Go modules, and npm audit on the packages of themes/. It ends with 0
// if both answer that nothing is known, 1 if something is, and 2 if one could not be asked, which
// is no good news and is said: without a network, or where a mirror does not pass the question on.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// govulncheck is one release of it, so that the same question is asked everywhere.
const govulncheck = "golang.org/x/vuln/cmd/govulncheck@v1.9.0"

// answer is what somebody who was asked said.
type answer int

const (
	nothing answer = iota
	known
	silent
)

func main() { os.Exit(int(ask(os.Stdout, run))) }

// ask asks both, prints what they answer, and returns the worst.
func ask(out io.Writer, run func(name string, args ...string) (said []byte, status int)) answer {
	worst := nothing
	tell := func(what string, a answer, said []byte) {
		fmt.Fprintf(out, "%s: %s\n", what, [...]string{"nothing is known", "something is known", "could not be asked"}[a])
		if a != nothing {
			fmt.Fprintf(out, "%s\n", bytes.TrimSpace(said))
		}
		worst = max(worst, a)
	}
	said, status := run("go", "run", govulncheck, "./...")
	tell("Go modules (govulncheck)", ofGo(said, status), said)
	said, _ = run("npm", "audit", "--prefix", "themes", "--json")
	tell("packages of themes (npm audit)", ofNPM(said), said)
	return worst
}

// run returns what a program prints, and its status; -1 if it cannot be run.
func run(name string, args ...string) (said []byte, status int) {
	said, err := exec.Command(name, args...).CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return said, 0
	case errors.As(err, &exit):
		return said, exit.ExitCode()
	}
	return []byte(err.Error()), -1
}

// ofGo reads the end of govulncheck: `go run` ends with 1 whatever the program's own status is, and
// prints it.
func ofGo(said []byte, status int) answer {
	switch {
	case status == 0 && bytes.Contains(said, []byte("No vulnerabilities found.")):
		return nothing
	case status == 3, bytes.HasSuffix(bytes.TrimSpace(said), []byte("exit status 3")):
		return known
	}
	return silent
}

// ofNPM reads npm's answer: a count of what is known, or an error.
func ofNPM(said []byte) answer {
	var a struct {
		Metadata *struct {
			Vulnerabilities struct{ Total *int }
		}
	}
	start := max(0, bytes.IndexByte(said, '{'))
	switch err := json.NewDecoder(bytes.NewReader(said[start:])).Decode(&a); {
	case err != nil, a.Metadata == nil, a.Metadata.Vulnerabilities.Total == nil:
		return silent
	case *a.Metadata.Vulnerabilities.Total > 0:
		return known
	}
	return nothing
}
