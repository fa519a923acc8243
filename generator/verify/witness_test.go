package verify_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/proof"
	"gongshi/generator/sitetest"
)

// What a reader kept from outside finds out even a chain that was made anew: an older
// checkpoint, and the code on the paper.
func TestVerifyHoldsTheWitness(t *testing.T) {
	files := part(t, tampered)
	old := filepath.Join(t.TempDir(), "checkpoint")
	sitetest.Must(t, os.WriteFile(old, files[tampered+"/checkpoint"], 0o644))
	seals := sitetest.Columns(t, "seals", files[tampered+"/data/seals.csv"])
	code := seals["7"]["摘要"][:16]
	paper := strings.ToUpper(code[:4] + " " + code[4:8] + " " + code[8:12] + " " + code[12:])
	if status, said := verified(t, files, "--checkpoint", old, "--code", paper); status != 0 ||
		!strings.Contains(said, "是 zhongping 2023-06 第 7 号封存") || !strings.Contains(said, "与 2024-01-10 的旧检查点一致，此后只有增加") {
		t.Errorf("exit %d:\n%s", status, said)
	}

	for spoken, want := range map[string]int{proof.Spoken(seals["7"]["摘要"]): 0, proof.Spoken(strings.Repeat("0", 64)): 1} {
		status, said := verified(t, files, "--code", spoken)
		if status != want || strings.Contains(said, "是 zhongping 2023-06 第 7 号封存") != (want == 0) {
			t.Errorf("%s: exit %d:\n%s", spoken, status, said)
		}
	}

	// the same data, sealed anew: the chain closes, but it is another one
	dir := only(t, tampered)
	sitetest.Unseal(t, dir)
	var out, errs bytes.Buffer
	if run([]string{"seal", "--source", dir}, &out, &errs) != 0 {
		t.Fatal(errs.String())
	}
	anew, err := build(dir, t.TempDir(), "--place", tampered)
	sitetest.Must(t, err)
	status, said := verified(t, anew, "--place", tampered, "--checkpoint", old, "--code", paper)
	if status != 1 || !strings.Contains(said, "旧检查点有 14 次封存，现在只有 13 次：封存记录被截短或改写了") ||
		!strings.Contains(said, "在所核对的地方一次封存里也没有") || !strings.Contains(said, "不符 2 处") {
		t.Errorf("exit %d:\n%s", status, said)
	}
	if status, said := verified(t, files, "--code", "12"); status != 2 || !strings.Contains(said, "应是 16 位") {
		t.Errorf("exit %d:\n%s", status, said)
	}
}

// The binary and the site alone, in a folder of their own, without data/, git or go: from
// the disk and from a plain server below a sub-path.
func TestVerifyNeedsTheSiteAlone(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site", "x", "y")
	for name, content := range part(t, tampered) {
		target := filepath.Join(site, filepath.FromSlash(name))
		sitetest.Must(t, os.MkdirAll(filepath.Dir(target), 0o755))
		sitetest.Must(t, os.WriteFile(target, content, 0o644))
	}
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(dir, "site"))))
	defer server.Close()
	for _, where := range []string{site, server.URL + "/x/y", server.URL + "/x/y/"} {
		command := exec.Command(program, "verify", where)
		command.Dir, command.Env = dir, []string{}
		if out, err := command.CombinedOutput(); err != nil || !strings.Contains(string(out), "没有发现不符") {
			t.Errorf("%s: %v\n%s", where, err, out)
		}
	}
	sitetest.Must(t, os.Remove(filepath.Join(site, tampered, "rules.html")))
	for _, where := range []string{site, server.URL + "/x/y"} {
		command := exec.Command(program, "verify", where)
		command.Dir, command.Env = dir, []string{}
		out, err := command.CombinedOutput()
		if err == nil || !strings.Contains(string(out), "zhongping/rules.html: 不符：清单 SHA256SUMS 里有这个文件，网站上却没有") {
			t.Errorf("%s: %v\n%s", where, err, out)
		}
	}
	command := exec.Command(program, "verify", server.URL)
	command.Dir = dir
	if out, err := command.CombinedOutput(); err == nil || !strings.Contains(string(out), "读不到 SHA256SUMS") {
		t.Errorf("%v\n%s", err, out)
	}
}

// A checkpoint bears the signature of a key from a file or the environment, the same each time.
func TestCheckpointIsSigned(t *testing.T) {
	dir := t.TempDir()
	key := filepath.Join(dir, "key")
	var out, errs bytes.Buffer
	if run([]string{"key", "gongshi.example", key}, &out, &errs) != 0 {
		t.Fatal(errs.String())
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	public := lines[len(lines)-1]
	if run([]string{"key", "gongshi.example", key}, &out, &errs) != 2 {
		t.Error("a key was overwritten")
	}
	source := only(t, tampered)
	signed, err := build(source, filepath.Join(dir, "one"), "--place", tampered, "--key", key)
	sitetest.Must(t, err)
	secret, err := os.ReadFile(key)
	sitetest.Must(t, err)
	t.Setenv("GONGSHI_KEY", string(secret))
	again, err := build(source, filepath.Join(dir, "two"), "--place", tampered)
	sitetest.Must(t, err)
	sitetest.Compare(t, again, signed)
	if !regexp.MustCompile(`^gongshi/zhongping\n14\n[0-9a-f]{64}\n2024-01-10\n\n— gongshi\.example \S+\n$`).Match(signed["zhongping/checkpoint"]) {
		t.Errorf("%s", signed["zhongping/checkpoint"])
	}
	if !bytes.Contains(signed["zhongping/proofs.html"], []byte(strings.ReplaceAll(public, "+", "&#43;"))) {
		t.Error("the page of proofs does not tell the public key")
	}
	if code, said := verified(t, signed, "--place", tampered, "--public-key", public); code != 0 || !strings.Contains(said, "检查点的签名 1 处，都对") {
		t.Errorf("exit %d\n%s", code, said)
	}
	edit(t, signed, "zhongping/checkpoint", "2024-01-10", "2024-01-11")
	signed.Sum()
	if code, said := verified(t, signed, "--place", tampered, "--public-key", public); code != 1 || !strings.Contains(said, "zhongping/checkpoint: 不符：检查点的签名不对") {
		t.Errorf("exit %d\n%s", code, said)
	}
	t.Setenv("GONGSHI_KEY", "nonsense")
	if _, err := build(source, filepath.Join(dir, "three"), "--place", tampered); err == nil || !strings.Contains(err.Error(), "PRIVATE+KEY+") {
		t.Error(err)
	}
}

// A program in another language that follows the package comment of proof alone comes to the
// same digests, of every seal and of the head, from the published files alone.
func TestPythonComesToTheSameHead(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		sitetest.Need(t, "no python3: apt-get install -y python3")
	}
	dir := t.TempDir()
	for name, content := range part(t, tampered) {
		base := filepath.Base(name)
		if strings.HasPrefix(base, "scheme-") {
			base = "scheme.json" // there is one
		}
		if strings.Contains(name, "/data/") || base == "checkpoint" {
			sitetest.Must(t, os.WriteFile(filepath.Join(dir, base), content, 0o644))
		}
	}
	script, err := filepath.Abs("testdata/head.py")
	sitetest.Must(t, err)
	command := exec.Command(python, script, dir)
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	head := strings.Split(string(part(t, tampered)[tampered+"/checkpoint"]), "\n")[2]
	if want := fmt.Sprintf("14 %s 96.0\n", head); string(out) != want {
		t.Errorf("python: %q, want %q", out, want)
	}
}
