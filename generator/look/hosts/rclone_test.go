package hosts

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// The handbook's lines for rclone: what tells it of a cloud is understood, and what brings the site
// there brings all of it, and takes away what was taken away. The cloud is a folder here.
func TestRclone(t *testing.T) {
	rclone := program(t, "rclone", "rclone")
	const page = "publish-cloud.md"
	dir := t.TempDir()
	settings := "RCLONE_CONFIG=" + filepath.Join(dir, "rclone.conf")
	for _, cloud := range []string{"s3 provider=Alibaba", "s3 provider=TencentCOS", "s3 provider=HuaweiOBS", "sftp"} {
		line := strings.TrimSpace(printed(t, page, "rclone config create yun "+cloud))
		run(t, dir, replaced(t, line, "rclone ", rclone+" "), settings)
		told := run(t, dir, rclone+" config show yun", settings)
		for word := range strings.FieldsSeq(line) {
			if key, value, is := strings.Cut(word, "="); is && key != "ask_password" && !strings.Contains(told, key+" = "+value) {
				t.Errorf("%s: rclone has not kept %s:\n%s", cloud, word, told)
			}
		}
	}

	files := village(t)
	for name, content := range files {
		sitetest.WriteFile(t, dir, "public/"+name, string(content))
	}
	sitetest.WriteFile(t, dir, "cloud/cunjifen/zhongping/h/999.html", "taken away")
	line := replaced(t, printed(t, page, "rclone sync --checksum public "), "rclone ", rclone+" ")
	run(t, dir, line, settings, "RCLONE_CONFIG_YUN_TYPE=alias", "RCLONE_CONFIG_YUN_REMOTE="+filepath.Join(dir, "cloud"))
	brought, err := sitetest.Read(filepath.Join(dir, "cloud/cunjifen"))
	sitetest.Must(t, err)
	if len(brought) != len(files) {
		t.Errorf("%d files of %d", len(brought), len(files))
	}

	address := freeAddress(t)
	serve(t, address, exec.Command(rclone, "serve", "http", "--addr", address, filepath.Join(dir, "cloud/cunjifen")))
	for _, name := range []string{"index.html", "zhongping/h/001.html", "zhongping/data/index.html", "zhongping/checkpoint"} {
		if body, answer := fetch(t, "http://"+address+"/"+name, ""); !bytes.Equal(body, files[name]) {
			t.Errorf("%s: %s", name, answer.Status)
		}
	}
	listed := replaced(t, printed(t, page, "rclone sync --checksum --files-from "), "rclone ", rclone+" ")
	checkListed(t, dir, filepath.Join(dir, "cloud/cunjifen"), func() {
		run(t, dir, listed, settings, "RCLONE_CONFIG_YUN_TYPE=alias", "RCLONE_CONFIG_YUN_REMOTE="+filepath.Join(dir, "cloud"))
	})
}
