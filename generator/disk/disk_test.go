package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestPatientlyWaitsForWhatIsHeld(t *testing.T) {
	tries := 0
	err := Patiently(func() error {
		if tries++; tries < 3 {
			return &os.LinkError{Op: "rename", Old: "a", New: "b", Err: ErrHeld}
		}
		return nil
	})
	if err != nil || tries != 3 {
		t.Errorf("%v after %d tries, want none after 3", err, tries)
	}
}

func TestPatientlyDoesNotWaitForOthers(t *testing.T) {
	tries := 0
	err := Patiently(func() error { tries++; return fs.ErrNotExist })
	if !errors.Is(err, fs.ErrNotExist) || tries != 1 {
		t.Errorf("%v after %d tries, want the error at once", err, tries)
	}
}

func TestWords(t *testing.T) {
	_, missing := os.Open(filepath.Join("no", "such"))
	held := &os.LinkError{Op: "rename", Old: "x.tmp", New: "x.csv", Err: ErrHeld}
	for _, c := range []struct {
		err  error
		want string
	}{
		{missing, "读不了 " + filepath.Join("no", "such") + "：没有这个文件或文件夹"},
		{fmt.Errorf("生成：%w", missing), "生成：读不了 " + filepath.Join("no", "such") + "：没有这个文件或文件夹"},
		{held, "写不了 x.csv：正被别的程序占用，先在 Excel、WPS 或别的程序里关掉它，再试一次"},
		{errors.Join(held, held), "写不了 x.csv：正被别的程序占用，先在 Excel、WPS 或别的程序里关掉它，再试一次"},
		{&fs.PathError{Op: "mkdir", Path: "public", Err: fs.ErrPermission},
			"建不了文件夹 public：没有权限，或者它是只读的；在它的属性里去掉“只读”，或换一个能写的文件夹"},
		{errors.New("已经是中文"), "已经是中文"},
		{fmt.Errorf("第 %d 行", 3), "第 3 行"},
	} {
		if got := Words(c.err); got != c.want {
			t.Errorf("%v:\n got %s\nwant %s", c.err, got, c.want)
		}
	}
}

// Replace changes all files or none, whichever of them cannot be replaced.
func TestReplaceAllOrNone(t *testing.T) {
	for _, c := range []struct {
		name     string
		obstacle func(dir string) error
	}{
		{"the second is a folder that holds something", func(dir string) error {
			return errors.Join(os.Remove(filepath.Join(dir, "b")), os.MkdirAll(filepath.Join(dir, "b", "x"), 0o777))
		}},
		{"the second is read-only", func(dir string) error { return os.Chmod(filepath.Join(dir, "b"), 0o444) }},
		{"the second cannot be written beside its place", func(dir string) error {
			return os.Mkdir(filepath.Join(dir, pending("b")), 0o777)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for _, name := range []string{"a", "b"} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte("旧"), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if err := c.obstacle(dir); err != nil {
				t.Fatal(err)
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			if err := Replace(root, File{"a", []byte("新")}, File{"b", []byte("新")}); err == nil {
				t.Error("no error")
			}
			if got, _ := os.ReadFile(filepath.Join(dir, "a")); string(got) != "旧" {
				t.Errorf("a is %q, want the former", got)
			}
			if _, err := os.Stat(filepath.Join(dir, pending("a"))); !errors.Is(err, fs.ErrNotExist) {
				t.Error("what waited is left")
			}
		})
	}
}

// Where the second cannot be renamed, the first is again what it was: its former text, or
// not there.
func TestReplaceTakesBackWhatItReplaced(t *testing.T) {
	for _, before := range []string{"旧", ""} {
		dir := t.TempDir()
		if before != "" {
			if err := os.WriteFile(filepath.Join(dir, "a"), []byte(before), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		rename := func(from, to string) error {
			if to == "b" {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: fs.ErrPermission}
			}
			return root.Rename(from, to)
		}
		err = replace(root, rename, []File{{"a", []byte("新")}, {"b", []byte("新")}})
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("error %v", err)
		}
		got, err := os.ReadFile(filepath.Join(dir, "a"))
		if string(got) != before || before == "" && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a is %q, %v; want %q", got, err, before)
		}
		for _, name := range []string{"a", "b"} {
			if _, err := os.Stat(filepath.Join(dir, pending(name))); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s is left", pending(name))
			}
		}
	}
}
